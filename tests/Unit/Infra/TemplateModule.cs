using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>A template as its callers see it: what it takes and what it gives.</summary>
internal sealed partial record TemplateModule(string File, IReadOnlyList<string> Parameters, IReadOnlyList<string> Outputs)
{
    public static TemplateModule Read(string file)
    {
        var text = Template.Text(file);
        var parameters = Declared().Matches(text);
        return new TemplateModule(
            file,
            [.. parameters.Select(m => m.Groups[1].Value)],
            [.. Given().Matches(text).Select(m => m.Groups[1].Value)]);
    }

    [GeneratedRegex(@"^param (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^output (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Given();
}
