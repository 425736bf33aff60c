using CxFunctions.Contacts;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Journeys.Steps;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Failing;

/// <summary>
/// Ends the ledger entry of a journey that failed, frees a contact whom nobody wrote to, and tells operations. The ledger's end is written last:
/// until it is there, whoever comes again does all of it again.
/// </summary>
internal sealed class JourneyFailing(
    LedgerStore ledger, ContactStore contacts, SurveyMessages messages, JourneyFacts facts, FailureNotices notices, TimeProvider time, ILogger<JourneyFailing> log)
{
    /// <returns>False where there is nothing to end: it has ended, or was taken up again since.</returns>
    public async Task<bool> FailAsync(JourneyFailure failure, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(failure.JourneyId, cancellationToken) is not { End: null } entry || entry.Generation != failure.Generation)
        {
            return false;
        }
        JourneysLog.Failed(log, failure.JourneyId, failure.Generation, failure.Reason);
        var now = time.GetUtcNow();
        if (entry.InvitedAt is null && await messages.InvitedByAsync(entry.JourneyId, cancellationToken) is { } channel)
        {
            // The message left, and it failed before it could say so: asked is asked.
            entry = await ledger.ChangeAsync(entry, e => LedgerTransitions.Apply(e, JourneyStep.Invited, now, channel), cancellationToken);
        }
        if (entry is { InvitedAt: null, StartedAt: null })
        {
            await contacts.ReleaseAsync(entry.ContactId, entry.JourneyId, cancellationToken);
        }
        await notices.TellAsync(entry, failure.Reason, now, cancellationToken);
        await facts.TellAsync(entry, [FieldworkStage.Failed], cancellationToken);
        await ledger.ChangeAsync(entry, e => LedgerTransitions.Apply(e, JourneyEnd.Failed, now, detail: failure.Reason), cancellationToken);
        return true;
    }
}
