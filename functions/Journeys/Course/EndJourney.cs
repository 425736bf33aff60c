using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys;

/// <summary>Closes the ledger entry, tells Rollups, and frees a contact whom nobody reached. Idempotent.</summary>
internal sealed class EndJourney(LedgerStore ledger, ContactStore contacts, JourneyFacts facts, ILogger<EndJourney> log)
{
    [Function(nameof(EndJourney))]
    public async Task RunAsync([ActivityTrigger] JourneyEnding ending, CancellationToken cancellationToken)
    {
        var entry = await ledger.ChangeAsync(
            ending.JourneyId, e => LedgerTransitions.Apply(e, ending.End, ending.At, ending.Reason, ending.Detail), cancellationToken);
        if (entry is null)
        {
            return;
        }
        JourneysLog.Ended(log, ending.JourneyId, ending.End);
        if (ending.End is JourneyEnd.Undeliverable or JourneyEnd.StoppedBeforeInvitation || entry is { End: JourneyEnd.Cancelled, InvitedAt: null, StartedAt: null })
        {
            await contacts.ReleaseAsync(entry.ContactId, ending.JourneyId, cancellationToken);
        }
        if (JourneyFacts.StageOf(ending.End) is { } stage)
        {
            await facts.TellAsync(entry, stage, cancellationToken);
        }
    }
}
