using CxFunctions.Catalog;
using CxFunctions.Foundation.Durable;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys.Transactions;

/// <summary>
/// Does what follows from a decision, each step harmless when repeated; the start comes last, so that an entry whose journey has done anything is
/// known to be settled.
/// </summary>
internal sealed class JourneyStart(ProgramCatalog catalog, LedgerStore ledger, JourneyFacts facts)
{
    public static bool IsSettled(LedgerEntry entry) => entry is { InvitedAt: not null } or { End: not null };

    public async Task FollowUpAsync(LedgerEntry entry, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        await ledger.IndexAsync(entry, cancellationToken);
        var isEligible = entry.Reason == LedgerReason.Eligible;
        if (catalog.Find(entry.Program)?.FindTouchpoint(entry.Touchpoint) is not null)
        {
            await facts.TellAsync(entry, isEligible ? [FieldworkStage.Received, FieldworkStage.Eligible] : [FieldworkStage.Received], cancellationToken);
        }
        if (isEligible)
        {
            // The engine keeps the start until the invitation is due: until then there is nothing to run and nothing to wake.
            await journeys.StartOnceAsync(nameof(SurveyJourney), entry.JourneyId, InputOf(entry, entry.InviteDueAt!.Value), cancellationToken, entry.InviteDueAt);
        }
    }

    /// <summary>The next generation of a journey that failed goes on at once.</summary>
    public Task AgainAsync(LedgerEntry entry, DateTimeOffset now, DurableTaskClient journeys, CancellationToken cancellationToken) => journeys.StartOnceAsync(
        nameof(SurveyJourney), JourneyIds.InstanceOf(entry.JourneyId, entry.Generation), InputOf(entry, now), cancellationToken);

    private static SurveyJourneyInput InputOf(LedgerEntry entry, DateTimeOffset inviteAt) =>
        new(entry.JourneyId, inviteAt, entry.ExpiresAt!.Value, entry.Generation);
}
