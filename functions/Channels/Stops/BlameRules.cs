using System.Text.RegularExpressions;

namespace CxFunctions.Channels.Stops;

/// <summary>
/// Reads from a refusal whose fault it is. A wrong setting of ours must never be taken for a wrong number: it would mark everybody as not to be
/// reached. Source: error answers of Azure Communication Services, which name the member of the request or say a sentence about it.
/// </summary>
internal static partial class BlameRules
{
    /// <param name="status">Of the answer to the whole request.</param>
    /// <param name="text">Code and body, as far as there are any.</param>
    public static Blame OfRequest(int status, string? text) => status switch
    {
        0 or 408 or 429 or >= 500 => Blame.Passing,
        401 or 402 or 403 or 404 or 405 or 415 => Blame.Ours,
        _ => OfWords(text) ?? Blame.Unclear,
    };

    /// <param name="status">That the service gave this one recipient, where it took the request.</param>
    /// <param name="text">What it says about it.</param>
    public static Blame OfRecipient(int status, string? text) => status switch
    {
        0 or 408 or 429 or >= 500 => Blame.Passing,
        401 or 402 or 403 => Blame.Ours,
        _ => OfWords(text) ?? Blame.Recipient,
    };

    /// <summary>The sender first: what is said of it may mention whom it wrote to.</summary>
    private static Blame? OfWords(string? text) =>
        text is not { Length: > 0 } ? null
        : Sender().IsMatch(text) ? Blame.Ours
        : Recipient().IsMatch(text) ? Blame.Recipient
        : Rest().IsMatch(text) ? Blame.Ours
        : null;

    [GeneratedRegex(@"sender|\bFrom\b|domain|\bfrom (?:phone )?number", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sender();

    [GeneratedRegex(@"recipient|\bTo phone\b|\bTo\b", RegexOptions.CultureInvariant)]
    private static partial Regex Recipient();

    /// <summary>Members that are the same for everybody.</summary>
    [GeneratedRegex(@"api-?version|attachment|header|subject|repeatability|smsSendOptions|deliveryReport|content", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rest();
}
