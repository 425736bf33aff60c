namespace CxFunctions.Messages;

/// <summary>
/// The event that wakes a waiting journey: the ledger has news for it. One that gets lost costs lateness only, and one that comes twice a look,
/// because at each of its times the journey looks there itself.
/// </summary>
/// <param name="End">How it has ended, by the ledger; null where there is something to do.</param>
public sealed record JourneyNews(JourneyEnd? End = null)
{
    /// <summary>One name for all, waited for in one place: a cancelled waiter would swallow the next event of its name.</summary>
    public const string EventName = "news";
}
