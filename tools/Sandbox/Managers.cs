namespace CxFunctions.Sandbox;

/// <summary>Knows whose phones and mailboxes belong to managers.</summary>
internal sealed class Managers(SandboxOptions options)
{
    private readonly HashSet<string> _ends = new(options.Managers, StringComparer.OrdinalIgnoreCase);

    public bool Include(string recipient) => _ends.Contains(recipient);
}
