using CxFunctions.Contacts;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Steps;

/// <summary>
/// Closes a ledger entry, frees a contact whom nobody reached, tells Rollups. Idempotent: the first end stands, and who comes again with the same
/// end does again what may not have followed from it.
/// </summary>
internal sealed class JourneyEnding(LedgerStore ledger, ContactStore contacts, JourneyFacts facts, ILogger<JourneyEnding> log)
{
    /// <param name="entry">As read a moment ago.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="reason">What spoke against the invitation, if that is how it ended.</param>
    /// <param name="detail">A few words for people.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry as it stands now; ended, maybe by another end that was first.</returns>
    public async Task<LedgerEntry> EndAsync(
        LedgerEntry entry, JourneyEnd end, DateTimeOffset at, LedgerReason? reason = null, string? detail = null, CancellationToken cancellationToken = default)
    {
        var ended = await ledger.ChangeAsync(entry, e => LedgerTransitions.Apply(e, end, at, reason, detail), cancellationToken);
        if (ended.End != end)
        {
            return ended;
        }
        JourneysLog.Ended(log, ended.JourneyId, end);
        if (JourneyEnds.LeavesFree(ended))
        {
            await contacts.ReleaseAsync(ended.ContactId, ended.JourneyId, cancellationToken);
        }
        if (JourneyFacts.StageOf(end) is { } stage)
        {
            await facts.TellAsync(ended, [stage], cancellationToken);
        }
        return ended;
    }

    /// <summary>Ends a journey whose message live state spoke against.</summary>
    public async Task<JourneyNext> StopAsync(
        LedgerEntry entry, LedgerReason reason, IReadOnlyCollection<Catalog.Channel> refused, DateTimeOffset at, string? detail, CancellationToken cancellationToken)
    {
        var end = JourneyEnds.WhenStopped(reason, hasFailedChannels: entry.FailedChannels.Count > 0 || refused.Count > 0);
        var ended = await EndAsync(entry, end, at, end == JourneyEnd.StoppedBeforeInvitation ? reason : null, detail, cancellationToken);
        return JourneyNext.Over(ended.End ?? end);
    }
}
