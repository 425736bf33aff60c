using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.LocalHost.Documentation;

/// <summary>The tests that the sources of all test projects hold, by full name without <c>CxFunctions.Tests.</c>.</summary>
internal static partial class TestNames
{
    public static HashSet<string> In(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(path => Of(File.ReadAllText(path)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The tests of one file: methods under <c>[Fact]</c> or <c>[Theory]</c>, with the class that stands above them.</summary>
    public static IEnumerable<string> Of(string source)
    {
        var room = Namespace().Match(source).Groups[1].Value;
        return from test in Test().Matches(source)
               let owner = Class().Matches(source).LastOrDefault(found => found.Index < test.Index)
               where owner is not null
               select $"{room}.{owner.Groups[1].Value}.{test.Groups[1].Value}";
    }

    [GeneratedRegex(@"^namespace CxFunctions\.Tests\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:sealed |partial )*class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^ {4}\[(?:Fact|Theory)[^\n]*\n(?: {4}\[[^\n]*\n| {8}[^\n]*\n)*? {4}public (?:async )?(?:Task|void) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}
