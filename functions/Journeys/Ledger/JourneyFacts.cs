using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Ledger;

/// <summary>Tells Rollups how far a transaction came in fieldwork.</summary>
internal sealed class JourneyFacts(QueueSender queues)
{
    /// <param name="entry">Of the transaction.</param>
    /// <param name="stages">Reached together; one message for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task TellAsync(LedgerEntry entry, IReadOnlyList<FieldworkStage> stages, CancellationToken cancellationToken) =>
        queues.SendAsync(QueueNames.Facts, Of(entry, stages), cancellationToken: cancellationToken);

    /// <summary>The stage that an end means; null where the end is told by the answers themselves, or nothing was sent.</summary>
    public static FieldworkStage? StageOf(JourneyEnd end) => end switch
    {
        JourneyEnd.Expired => FieldworkStage.Expired,
        JourneyEnd.OptedOut => FieldworkStage.OptedOut,
        JourneyEnd.Cancelled => FieldworkStage.Cancelled,
        JourneyEnd.Undeliverable => FieldworkStage.Undeliverable,
        JourneyEnd.Failed => FieldworkStage.Failed,
        _ => null,
    };

    private static FactChanged Of(LedgerEntry entry, IReadOnlyList<FieldworkStage> stages) => new(
        FactChanged.CurrentVersion, entry.JourneyId, entry.Program, entry.Touchpoint, entry.OccurredAt, entry.Dimensions, Channel: entry.Channel, Stages: stages);
}
