using System.Globalization;
using CxFunctions.Sandbox.Language;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Page;

/// <summary>How the page puts times, statuses and links.</summary>
internal static class Wording
{
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Day and minute in UTC; the world behind the Sandbox has many zones.</summary>
    public static string When(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM, HH:mm", CultureInfo.InvariantCulture);

    public static string Status(Message message) => message.Status switch
    {
        MessageStatuses.Delivered => "✓ Delivered",
        MessageStatuses.Failed => "✕ Failed",
        MessageStatuses.Bounced => "✕ Bounced",
        MessageStatuses.Received => "Sent",
        _ => "Sending…",
    };

    /// <summary>The language a screen reader should speak, or null.</summary>
    public static string? Language(string? text) =>
        LanguageDetector.Detect(text ?? "") is { ConfidenceScore: > 0.6 } detected ? detected.Iso6391Name : null;

    /// <summary>A text cut into its links and what stands between.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Pieces(string text)
    {
        var at = 0;
        foreach (var link in LinkFinder.InText(text))
        {
            var found = text.IndexOf(link, at, StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            yield return (text[at..found], false);
            yield return (link, true);
            at = found + link.Length;
        }

        yield return (text[at..], false);
    }

    /// <summary>The beginning of an e-mail as a list shows it.</summary>
    public static string Preview(Message message)
    {
        var text = message.Text is { Length: > 0 } sms ? sms
            : message.PlainText is { Length: > 0 } plain ? plain
            : HtmlText.Of(message.Html);
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 140 ? text[..139] + "…" : text;
    }
}
