using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys.Steps;

/// <summary>
/// The time is up for starting, or for finishing what was started. The answers have the last word: one that was saved in time counts, even if its
/// signal is still on the way. Which time it is the due time says, not a clock, which may be another machine's. Idempotent.
/// </summary>
internal sealed class CloseJourneyActivity(LiveState live, AnswerLookup answers, JourneyEnding ending)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "CloseJourney";

    [Function(Name)]
    public async Task<JourneyNext> RunAsync([ActivityTrigger] JourneyLook look, CancellationToken cancellationToken)
    {
        var entry = await live.EntryAsync(look.JourneyId, cancellationToken);
        var next = live.NextOf(entry);
        if (next.Step == NextStep.Over)
        {
            return await AgainAsync(entry, next, cancellationToken);
        }
        if (next.Step == NextStep.Close && next.At > look.DueAt)
        {
            return next;
        }
        var now = live.Now > look.DueAt ? live.Now : look.DueAt;
        if (entry.CancelledAt is not null)
        {
            return await EndAsync(entry, JourneyEnd.Cancelled, now, cancellationToken);
        }
        (var answer, entry) = await answers.LookAsync(entry, cancellationToken);
        if (answer == AnswerState.Answered)
        {
            return live.NextOf(entry);
        }
        if (answer == AnswerState.None && next.Step == NextStep.Invite)
        {
            // It could not be invited, by this channel or at all, for as long as there was time to.
            return await ending.StopAsync(entry, LedgerReason.TooOld, [], now, "out-of-reach", cancellationToken);
        }
        return JourneyEnds.AtDeadline(answer, isClosed: look.DueAt >= live.ClosesAt(entry)) is { } end
            ? await EndAsync(entry, end, now, cancellationToken)
            : live.NextOf(entry);
    }

    private async Task<JourneyNext> EndAsync(LedgerEntry entry, JourneyEnd end, DateTimeOffset at, CancellationToken cancellationToken) =>
        JourneyNext.Over((await ending.EndAsync(entry, end, at, cancellationToken: cancellationToken)).End ?? end);

    /// <summary>Ended already, maybe by an earlier try of this that did not live to tell it.</summary>
    private async Task<JourneyNext> AgainAsync(LedgerEntry entry, JourneyNext next, CancellationToken cancellationToken)
    {
        if (entry is { End: { } end, EndedAt: { } at })
        {
            await ending.EndAsync(entry, end, at, cancellationToken: cancellationToken);
        }
        return next;
    }
}
