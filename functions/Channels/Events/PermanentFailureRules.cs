using System.Text.RegularExpressions;

namespace CxFunctions.Channels.Events;

/// <summary>
/// Whether a report says that the address does not exist. A full mailbox, a phone that is off, a message taken for spam say nothing of that,
/// and neither do words that could mean either.
/// </summary>
internal static partial class PermanentFailureRules
{
    /// <param name="status">Failed, as the service writes it.</param>
    /// <param name="details">Its words, which may begin with its number: 4002 (invalid number), 4004 (number does not exist).</param>
    public static bool IsOfSms(string? status, string? details) =>
        Is(status, "Failed") && details is not null && NoSuchNumber().IsMatch(details) && !Passing().IsMatch(details);

    /// <param name="status">Bounced means a hard bounce.</param>
    /// <param name="details">What the other mail server said; RFC 3463: 5.1.x is about the address, 5.2.x and others are not.</param>
    public static bool IsOfEmail(string? status, string? details) =>
        Is(status, "Bounced") && (details is not { Length: > 0 } || EnhancedCode().Match(details) is not { Success: true } code || code.Value.StartsWith("5.1.", StringComparison.Ordinal));

    private static bool Is(string? status, string word) => string.Equals(status, word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b400[24]\b|does(?:n[’']t| not) exist|invalid (?:destination|to|recipient|phone)|unassigned|unallocated|unknown subscriber|not in service|disconnected number", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoSuchNumber();

    [GeneratedRegex(@"unavailable|temporar|not reachable|unreachable|switched off", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Passing();

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex EnhancedCode();
}
