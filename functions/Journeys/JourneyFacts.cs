using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Rollups;

namespace CxFunctions.Journeys;

/// <summary>Tells Rollups how far a transaction came in fieldwork.</summary>
internal sealed class JourneyFacts(QueueSender queues)
{
    public Task TellAsync(LedgerEntry entry, FieldworkStage stage, CancellationToken cancellationToken) =>
        queues.SendAsync(QueueNames.Facts, Of(entry, stage), cancellationToken: cancellationToken);

    /// <summary>The stage that an end means; null where the end is told by the answers themselves, or nothing was sent.</summary>
    public static FieldworkStage? StageOf(JourneyEnd end) => end switch
    {
        JourneyEnd.Expired => FieldworkStage.Expired,
        JourneyEnd.OptedOut => FieldworkStage.OptedOut,
        JourneyEnd.Cancelled => FieldworkStage.Cancelled,
        JourneyEnd.Undeliverable => FieldworkStage.Undeliverable,
        _ => null,
    };

    private static FactChanged Of(LedgerEntry entry, FieldworkStage stage) => new(
        FactChanged.CurrentVersion, entry.JourneyId, entry.Program, entry.Touchpoint, entry.OccurredAt, entry.Dimensions, stage, entry.Channel);
}
