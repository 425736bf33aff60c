using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.LocalHost.Documentation;

/// <summary>A row of the tables of semantics: what, from where, and the tests that prove it.</summary>
internal sealed record SemanticsRow(string Semantic, string Source, IReadOnlyList<string> Tests);

/// <summary>The tables under "Semantics" of LocalHost's README.</summary>
internal static partial class SemanticsTable
{
    public static IReadOnlyList<SemanticsRow> Read(string markdown)
    {
        var section = markdown[markdown.IndexOf("\n## Semantics\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", 1, StringComparison.Ordinal);
        return [.. section[..end].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| semantic |", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new SemanticsRow(cells[1], cells[2], [.. Name().Matches(cells[3]).Select(match => match.Groups[1].Value)]))];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
