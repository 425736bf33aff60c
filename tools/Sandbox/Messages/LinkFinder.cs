using System.Net;
using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Messages;

/// <summary>Finds the web links a person could click.</summary>
internal static partial class LinkFinder
{
    public static IReadOnlyList<string> InText(string? text) => text is null
        ? []
        : [.. Bare().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '»')).Distinct()];

    public static IReadOnlyList<string> InHtml(string? html) => html is null
        ? []
        : [.. Href().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["url"].Value)).Distinct()];

    [GeneratedRegex("""https?://[^\s<>"']+""", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex("""href\s*=\s*(["'])(?<url>https?://.*?)\1""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Href();
}
