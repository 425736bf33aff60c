using CxFunctions.Catalog;

namespace CxFunctions.Channels;

/// <summary>
/// Queue <c>notices</c>: something managers must read. Idempotent by id, recipient and channel.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="Id">Names the notice for ever: the same id is never delivered twice.</param>
/// <param name="Program">Program whose recipients are meant.</param>
/// <param name="Recipients">Names in the program's recipients.</param>
/// <param name="Channels">The ways to use; all of them.</param>
/// <param name="Subject">One line, English.</param>
/// <param name="Lines">The text, a paragraph each, English; no personal data.</param>
/// <param name="Link">Where to act; absolute.</param>
public sealed record ManagerNotice(
    int Version,
    string Id,
    string Program,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<Channel> Channels,
    string Subject,
    IReadOnlyList<string> Lines,
    Uri Link)
{
    public const int CurrentVersion = 1;
}

/// <summary>Input of activity <c>SendWordBack</c>: tells a customer what changed.</summary>
/// <param name="SendId">Names the message for ever.</param>
/// <param name="ContactId">Whom.</param>
/// <param name="Program">In whose name.</param>
/// <param name="Channel">The channel the customer answered by.</param>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Text">The manager's words, 1 to 500 characters.</param>
public sealed record SendWordBack(string SendId, string ContactId, string Program, Channel Channel, string Locale, string Text);

/// <summary>What came of a send.</summary>
/// <param name="Result">Whether it went out.</param>
/// <param name="Reason">For people, where it did not.</param>
public sealed record SendOutcome(SendResult Result, string? Reason = null);

public enum SendResult
{
    /// <summary>The service took it, now or at an earlier try.</summary>
    Sent,

    /// <summary>This channel can't reach the contact: no address, refused by the service. Try the next.</summary>
    Failed,

    /// <summary>Must not be sent on any channel: opted out, expired.</summary>
    Withheld,

    /// <summary>Not now: quiet hours or the day's budget is spent. Ask again later.</summary>
    Postponed,
}
