using CxFunctions.Catalog;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Invitations;

namespace CxFunctions.Responses;

/// <summary>Looks up what a token stands for. Reads only: three point reads, none where the token is malformed.</summary>
public sealed class SurveyVisits(InvitationStore invitations, ResponseStore responses, SuppressionStore suppressions, ProgramCatalog catalog, TimeProvider time)
{
    public async Task<SurveyVisit> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (!LinkToken.IsWellFormed(token)
            || await invitations.FindAsync(token, cancellationToken) is not { } invitation
            || catalog.Find(invitation.Program) is not { } program
            || program.FindTouchpoint(invitation.Touchpoint) is null)
        {
            return SurveyVisit.Unknown;
        }
        var stored = responses.FindAsync(SurveyVisit.RefOf(invitation), cancellationToken);
        var suppressed = suppressions.IsSuppressedAsync(invitation.ContactId, [], cancellationToken);
        await Task.WhenAll(stored, suppressed);
        var state = SurveyVisitRules.StateOf(invitation, await stored, await suppressed, time.GetUtcNow());
        return new SurveyVisit(state, invitation, program, await stored);
    }
}
