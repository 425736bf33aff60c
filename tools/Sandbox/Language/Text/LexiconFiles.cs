namespace CxFunctions.Sandbox.Language.Text;

/// <summary>Reads the word lists that travel inside the assembly.</summary>
internal static class LexiconFiles
{
    /// <summary>Lines of a list, without comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(LexiconFiles).Assembly.GetManifestResourceStream($"lexicons/{name}")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Pairs of a tab-separated list.</summary>
    public static IEnumerable<(string Left, string Right)> Pairs(string name) =>
        Lines(name).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]));

    /// <summary>Words of a list with many on a line.</summary>
    public static IEnumerable<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
