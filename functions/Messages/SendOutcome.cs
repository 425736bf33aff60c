namespace CxFunctions.Messages;

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
