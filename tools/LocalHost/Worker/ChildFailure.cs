namespace CxFunctions.LocalHost.Worker;

/// <summary>Why a worker's process ended, from what it wrote last.</summary>
internal static class ChildFailure
{
    private const string Unhandled = "Unhandled exception. ";

    /// <param name="lines">The last lines of its output.</param>
    public static string Explain(IReadOnlyList<string> lines)
    {
        var thrown = lines.FirstOrDefault(line => line.StartsWith(Unhandled, StringComparison.Ordinal))?[Unhandled.Length..];
        var message = thrown?.Split(": ", 2)[^1];
        return message ?? (lines.Count == 0 ? "The app's process has ended." : $"The app's process has ended. Its last words:\n{string.Join('\n', lines)}");
    }
}
