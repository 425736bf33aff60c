using CxFunctions.Foundation.Durable;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Steps;
using CxFunctions.Messages;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Signals;

/// <summary>
/// Writes into the ledger what happened to a survey, ends included, and wakes the journey where it has something to do: to end, or to try the next
/// channel. What only moves on (started, delivered) wakes nobody. Safe to repeat, in any order.
/// </summary>
internal sealed class JourneySignalHandler(LedgerStore ledger, JourneyEnding ending, JourneyFacts facts, ILogger<JourneySignalHandler> log)
{
    public async Task HandleAsync(JourneySignal signal, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        if (signal.Kind == JourneySignalKind.Cancelled)
        {
            // Also where its transaction has not come yet: whoever decides about that finds the mark.
            await ledger.CancelAsync(signal.JourneyId, signal.At, cancellationToken);
        }
        if (await ledger.FindAsync(signal.JourneyId, cancellationToken) is not { } entry)
        {
            JourneysLog.SignalDropped(log, signal.JourneyId, signal.Kind);
            return;
        }
        var now = await WriteAsync(entry, signal, cancellationToken);
        if (NewsOf(signal, entry, now) is { } news)
        {
            await journeys.TellAsync(JourneyIds.InstanceOf(now.JourneyId, now.Generation), JourneyNews.EventName, news, cancellationToken);
        }
    }

    private async Task<LedgerEntry> WriteAsync(LedgerEntry entry, JourneySignal signal, CancellationToken cancellationToken)
    {
        if (JourneyEnds.Of(signal.Kind) is { } end)
        {
            return await ending.EndAsync(entry, end, signal.At, detail: signal.Detail, cancellationToken: cancellationToken);
        }
        var step = signal.Kind switch
        {
            JourneySignalKind.Started => JourneyStep.Started,
            JourneySignalKind.Delivered => JourneyStep.Delivered,
            _ => JourneyStep.NotDelivered,
        };
        var channel = JourneyIds.InvitedBy(entry.JourneyId, signal.SendId);
        var now = await ledger.ChangeAsync(entry, e => LedgerTransitions.Apply(e, step, signal.At, channel), cancellationToken);
        JourneysLog.Advanced(log, now.JourneyId, step);
        if (step == JourneyStep.Delivered)
        {
            await facts.TellAsync(now, [FieldworkStage.Delivered], cancellationToken);
        }
        return now;
    }

    /// <summary>What a waiting journey must hear; null where none waits, or it has nothing to do about it.</summary>
    internal static JourneyNews? NewsOf(JourneySignal signal, LedgerEntry before, LedgerEntry now) => now switch
    {
        // Before the invitation it waits for its time, and looks here then.
        { InvitedAt: null } => null,
        { End: { } end } => before.End is null || JourneyEnds.Of(signal.Kind) == end ? new JourneyNews(end) : null,
        { StartedAt: null, Channel: { } channel } when signal.Kind == JourneySignalKind.DeliveryFailed && now.FailedChannels.Contains(channel) => new JourneyNews(),
        _ => null,
    };
}
