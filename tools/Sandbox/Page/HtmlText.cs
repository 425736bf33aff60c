using System.Net;
using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Page;

/// <summary>HTML of e-mails: its plain words for lists, and a document that is safe to show.</summary>
internal static partial class HtmlText
{
    /// <summary>The words of an HTML document, without styles, scripts and tags.</summary>
    public static string Of(string? html) =>
        html is null ? "" : WebUtility.HtmlDecode(Tags().Replace(Unseen().Replace(html, " "), " "));

    /// <summary>The e-mail as a document of its own, whose links open in new tabs. A doctype of its own after ours is passed over.</summary>
    public static string Document(string html) => $"<!doctype html><base target=\"_blank\">{html}";

    [GeneratedRegex("<(style|script|head|title)\\b.*?</\\1>|<!--.*?-->|<[^>]*display\\s*:\\s*none[^>]*>[^<]*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
