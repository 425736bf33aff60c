using System.Globalization;
using CxFunctions.Channels.Sends;
using CxFunctions.Channels.Wishes;
using CxFunctions.Contacts.Spelling;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Events;

/// <summary>Delivery reports tell the waiting journey and settle the send; wishes go to who grants them. Safe to repeat, in any order.</summary>
public sealed class CommunicationEventHandler(SendStore sends, QueueSender queues, TimeProvider time, ILogger<CommunicationEventHandler> log)
{
    public Task HandleAsync(CommunicationEvent happened, CancellationToken cancellationToken) => happened switch
    {
        CommunicationEvent.Report { State: { } state } report => ReportAsync(report, state, cancellationToken),
        CommunicationEvent.SmsReceived received => HearAsync(received, WishRules.Read(received.Text), cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task HearAsync(CommunicationEvent.SmsReceived received, Wish wish, CancellationToken cancellationToken)
    {
        if (wish == Wish.None)
        {
            return Task.CompletedTask;
        }
        var at = received.At ?? time.GetUtcNow();
        var id = received.MessageId is { Length: > 0 } named ? named : at.UtcTicks.ToString(CultureInfo.InvariantCulture);
        log.Heard(id, wish);
        return wish == Wish.Stop
            ? queues.SendAsync(QueueNames.OptOuts, new OptOutReceived(OptOutReceived.CurrentVersion, received.From, at, SuppressionOrigins.Sms), cancellationToken: cancellationToken)
            : queues.SendAsync(
                QueueNames.Wishes,
                new WishReceived(WishReceived.CurrentVersion, wish, NormalAddress.Of(received.From), at, id, WishRules.LocaleOf(received.Text)),
                cancellationToken: cancellationToken);
    }

    private async Task ReportAsync(CommunicationEvent.Report report, SendState state, CancellationToken cancellationToken)
    {
        // Reports on messages that others sent through the same resource find nothing and are not ours to answer.
        if (await FindAsync(report, cancellationToken) is not { } send || !SendTransitions.Allow(send.State, state))
        {
            return;
        }
        if (send.JourneyId is { } journey && Concerns(send, state))
        {
            // Before the row: a report that is settled is never told again.
            var kind = state == SendState.Delivered ? JourneySignalKind.Delivered : JourneySignalKind.DeliveryFailed;
            var signal = new JourneySignal(JourneySignal.CurrentVersion, journey, kind, report.At ?? time.GetUtcNow(), send.SendId, report.Status);
            await queues.SendAsync(QueueNames.JourneySignals, signal, cancellationToken: cancellationToken);
        }
        if (report.Gone is { } gone)
        {
            var found = new OptOutReceived(OptOutReceived.CurrentVersion, gone.Value, report.At ?? time.GetUtcNow(), SuppressionOrigins.Bounce);
            await queues.SendAsync(QueueNames.OptOuts, found, cancellationToken: cancellationToken);
        }
        await sends.AdvanceAsync(send, state, report.MessageId, report.Status, cancellationToken);
        log.Reported(SendStore.KeyOf(send.SendId), state);
    }

    /// <summary>A reminder that did not arrive changes nothing: the invitation did, and there is no second reminder.</summary>
    private static bool Concerns(SendRow send, SendState state) => state == SendState.Delivered || send.Kind == SendKind.Survey;

    private Task<SendRow?> FindAsync(CommunicationEvent.Report report, CancellationToken cancellationToken) =>
        sends.FindByKeyAsync(report.Tag is { Length: > 0 } key ? key : report.MessageId, cancellationToken);
}
