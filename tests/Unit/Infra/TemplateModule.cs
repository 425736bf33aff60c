using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>A template as its callers see it: what it takes and what it gives.</summary>
internal sealed partial record TemplateModule(string File, IReadOnlyList<string> Parameters, IReadOnlyList<string> Required, IReadOnlyList<string> Outputs)
{
    public static TemplateModule Read(string file)
    {
        var text = Template.Text(file);
        var parameters = Declared().Matches(text);
        return new TemplateModule(
            file,
            [.. parameters.Select(m => m.Groups[1].Value)],
            [.. parameters.Where(m => m.Groups[2].Length == 0).Select(m => m.Groups[1].Value)],
            [.. Given().Matches(text).Select(m => m.Groups[1].Value)]);
    }

    /// <summary>The modules that a template calls: symbol, file, names of what it passes.</summary>
    public static IEnumerable<(string Symbol, string File, IReadOnlyList<string> Passed)> CalledBy(string file) =>
        from call in Called().Matches(Template.Text(file))
        select (call.Groups["symbol"].Value, call.Groups["file"].Value, (IReadOnlyList<string>)[.. call.Groups["passed"].Captures.Select(c => c.Value)]);

    [GeneratedRegex(@"^param (\w+) \w+( =)?", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^output (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"^module (?<symbol>\w+) 'modules/(?<file>[\w.]+)' = \{\n  name: '\w+'\n  params: \{\n(?:    (?<passed>\w+): .*\n)*  \}", RegexOptions.Multiline)]
    private static partial Regex Called();
}
