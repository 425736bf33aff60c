using CxFunctions.Rollups;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys;

/// <summary>Writes a step into the ledger and tells it to Rollups. Idempotent: a step taken twice changes nothing.</summary>
internal sealed class RecordProgress(LedgerStore ledger, JourneyFacts facts, ILogger<RecordProgress> log)
{
    [Function(nameof(RecordProgress))]
    public async Task RunAsync([ActivityTrigger] JourneyProgress progress, CancellationToken cancellationToken)
    {
        var entry = await ledger.ChangeAsync(
            progress.JourneyId, e => LedgerTransitions.Apply(e, progress.Step, progress.At, progress.Channel), cancellationToken);
        if (entry is null)
        {
            return;
        }
        JourneysLog.Advanced(log, progress.JourneyId, progress.Step);
        if (StageOf(progress.Step) is { } stage)
        {
            await facts.TellAsync(entry, stage, cancellationToken);
        }
    }

    /// <summary>A start is told with the answers themselves.</summary>
    private static FieldworkStage? StageOf(JourneyStep step) => step switch
    {
        JourneyStep.Invited => FieldworkStage.Invited,
        JourneyStep.Delivered => FieldworkStage.Delivered,
        JourneyStep.Reminded => FieldworkStage.Reminded,
        _ => null,
    };
}
