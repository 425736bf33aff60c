using System.Net;
using System.Text.RegularExpressions;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>A form on a page, as a browser without JavaScript sees it.</summary>
/// <param name="Action">Where it goes; empty for the page's own address.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Controls">In order of appearance.</param>
internal sealed partial record HtmlForm(string Action, string Method, IReadOnlyList<HtmlControl> Controls)
{
    /// <summary>The values of a group of radio buttons, by its name, in order.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Values)> Choices => Controls
        .Where(c => c is { Kind: "radio", Name.Length: > 0 })
        .GroupBy(c => c.Name)
        .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(c => c.Value)]));

    public IEnumerable<HtmlControl> TextAreas => Controls.Where(c => c is { Kind: "textarea", Name.Length: > 0 });

    public IEnumerable<HtmlControl> Buttons => Controls.Where(c => c.Kind is "button" or "submit");

    /// <summary>What goes along unseen.</summary>
    public IEnumerable<(string Name, string Value)> Hidden =>
        Controls.Where(c => c is { Kind: "hidden", Name.Length: > 0 }).Select(c => (c.Name, c.Value));

    public static IReadOnlyList<HtmlForm> AllIn(string html) => [.. Form().Matches(html).Select(match =>
    {
        var tag = match.Groups["tag"].Value;
        return new HtmlForm(
            Attribute(tag, "action") ?? "",
            (Attribute(tag, "method") ?? "get").ToUpperInvariant(),
            [.. Control().Matches(match.Groups["body"].Value).Select(Read)]);
    })];

    private static HtmlControl Read(Match match)
    {
        var (element, tag) = (match.Groups["element"].Value.ToLowerInvariant(), match.Groups["tag"].Value);
        var kind = element == "input" ? (Attribute(tag, "type") ?? "text").ToLowerInvariant() : element;
        return new HtmlControl(kind, Attribute(tag, "name") ?? "", Attribute(tag, "value") ?? (kind == "radio" ? "on" : ""), Attribute(tag, "formaction"));
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"""(?:^|\s){name}\s*=\s*("(?<v>[^"]*)"|'(?<v>[^']*)'|(?<v>[^\s"'>]+))""", RegexOptions.IgnoreCase) is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups["v"].Value)
            : null;

    [GeneratedRegex("""<form\b(?<tag>[^>]*)>(?<body>.*?)</form>""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<(?<element>input|textarea|button|select)\b(?<tag>(?:[^>"']|"[^"]*"|'[^']*')*)>""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Control();
}

/// <param name="Kind">The element's name, or an input's type.</param>
/// <param name="Name">Under which it is sent; may be empty.</param>
/// <param name="Value">As in the page.</param>
/// <param name="FormAction">Where a button sends the form instead.</param>
internal sealed record HtmlControl(string Kind, string Name, string Value, string? FormAction);
