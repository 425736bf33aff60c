using System.Globalization;
using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Tools.Infra;

/// <summary>What the compiler or its linter has against a line of a template or parameter file.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Level">Error, Warning or Info.</param>
/// <param name="Code">BCP and a number, or the name of a rule of the linter.</param>
internal sealed partial record Finding(string File, int Line, string Level, string Code, string Text)
{
    /// <summary>Every finding in what the compiler wrote, each once.</summary>
    public static IReadOnlyList<Finding> All(string output) =>
        [.. Lines().Matches(output).Select(m => new Finding(
            Path.GetFileName(m.Groups["path"].Value),
            int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture),
            m.Groups["level"].Value,
            m.Groups["code"].Value,
            m.Groups["text"].Value)).Distinct()];

    public override string ToString() => $"{File}({Line}) {Level} {Code}: {Text}";

    [GeneratedRegex(@"^(?<path>.+)\((?<line>\d+),\d+\) : (?<level>\w+) (?<code>[\w-]+): (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
