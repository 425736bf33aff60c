using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Steps;
using CxFunctions.Journeys.Transactions;
using CxFunctions.Messages;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Failing;

/// <summary>What came of the wish to take a journey up again.</summary>
internal enum Resumption
{
    Resumed,
    Unknown,

    /// <summary>It is under way, or has ended in another way than by failing.</summary>
    NotFailed,

    /// <summary>Its time is over: nobody may be asked any more.</summary>
    TooLate,
}

/// <summary>
/// Takes a failed journey up again as its next generation, which goes on by the ledger: what was sent is not sent again. The ledger is opened first,
/// then the generation starts; repeated after a crash in between, the start is made up for.
/// </summary>
internal sealed class JourneyResuming(LedgerStore ledger, LiveState live, JourneyStart start, ILogger<JourneyResuming> log)
{
    public async Task<Resumption> ResumeAsync(string journeyId, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(journeyId, cancellationToken) is not { } entry)
        {
            return Resumption.Unknown;
        }
        var startsAnew = entry is { End: null, Generation: > 0 }
            && await journeys.GetInstanceAsync(JourneyIds.InstanceOf(journeyId, entry.Generation), cancellationToken) is null;
        if (entry.End != JourneyEnd.Failed && !startsAnew)
        {
            return Resumption.NotFailed;
        }
        var now = live.Now;
        if (now >= (entry.StartedAt is null ? entry.ExpiresAt : live.ClosesAt(entry)))
        {
            return Resumption.TooLate;
        }
        entry = await ledger.ChangeAsync(entry, LedgerTransitions.TakenUpAgain, cancellationToken);
        await start.AgainAsync(entry, now, journeys, cancellationToken);
        JourneysLog.Resumed(log, journeyId, entry.Generation);
        return Resumption.Resumed;
    }
}
