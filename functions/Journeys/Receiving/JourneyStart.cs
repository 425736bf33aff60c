using CxFunctions.Catalog;
using CxFunctions.Rollups;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys;

/// <summary>Does what follows from a decision, each step harmless when repeated, and marks it settled.</summary>
internal sealed class JourneyStart(ProgramCatalog catalog, LedgerStore ledger, JourneyFacts facts)
{
    public async Task FollowUpAsync(LedgerEntry entry, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        await ledger.IndexAsync(entry, cancellationToken);
        if (catalog.Find(entry.Program)?.FindTouchpoint(entry.Touchpoint) is not null)
        {
            await facts.TellAsync(entry, FieldworkStage.Received, cancellationToken);
        }
        if (entry.Reason == LedgerReason.Eligible)
        {
            await facts.TellAsync(entry, FieldworkStage.Eligible, cancellationToken);
            await StartAsync(entry, journeys, cancellationToken);
        }
        await ledger.ChangeAsync(entry.JourneyId, e => e with { Settled = true }, cancellationToken);
    }

    private async Task StartAsync(LedgerEntry entry, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var program = catalog.Get(entry.Program);
        var input = new SurveyJourneyInput(
            entry.JourneyId, entry.InviteDueAt!.Value, entry.ExpiresAt!.Value, JourneyTiming.ClosesAt(program, entry.OccurredAt));
        // In whatever state an instance of this id is, ended ones too: a transaction has one journey in its life.
        var once = new StartOrchestrationOptions(entry.JourneyId).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await journeys.ScheduleNewOrchestrationInstanceAsync(nameof(SurveyJourney), input, once, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Started by an earlier attempt that did not live to say so.
        }
    }
}
