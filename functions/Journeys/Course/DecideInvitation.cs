using CxFunctions.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys;

/// <summary>Decides against live state and, where nothing speaks against it, claims the contact. Idempotent by journey.</summary>
internal sealed class DecideInvitation(ProgramCatalog catalog, LiveState live, ContactStore contacts, LedgerStore ledger)
{
    [Function(nameof(DecideInvitation))]
    public async Task<InvitationDecision> RunAsync([ActivityTrigger] InvitationQuestion question, CancellationToken cancellationToken)
    {
        var facts = await live.OfAsync(question.JourneyId, cancellationToken) with { Failed = question.Failed };
        var program = catalog.Get(facts.Entry.Program);
        if (program.FindTouchpoint(facts.Entry.Touchpoint) is not { } touchpoint)
        {
            return InvitationDecision.Stop(LedgerReason.UnknownTouchpoint);
        }
        var decision = InvitationRules.DecideInvitation(program, touchpoint, facts);
        if (decision.WaitUntil is { } until)
        {
            await ledger.ChangeAsync(question.JourneyId, e => e with { InviteDueAt = until }, cancellationToken);
        }
        if (decision.Verdict != InvitationVerdict.Proceed)
        {
            return decision;
        }
        var claim = new InvitationClaim(question.JourneyId, facts.Now);
        return await contacts.ClaimAsync(facts.Entry.ContactId, claim, program.Quarantine, cancellationToken)
            ? decision
            : InvitationDecision.Stop(LedgerReason.Quarantined);
    }
}
