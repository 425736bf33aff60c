using System.Text.Json;
using CxFunctions.Sandbox.Faults;
using CxFunctions.Sandbox.Messages;
using CxFunctions.Sandbox.Sms;

namespace CxFunctions.Sandbox.Events;

/// <summary>Settles what became of a sent message a little later, and reports it.</summary>
internal sealed class DeliveryReports(
    MessageLog log,
    EventFeed feed,
    FaultBook faults,
    OptOuts optOuts,
    SandboxOptions options) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public void Schedule(Message message) => _ = ReportLaterAsync(message);

    /// <summary>Takes up messages that an earlier process accepted and did not report on.</summary>
    public void Resume()
    {
        foreach (var message in log.All().Where(m => m.Status == MessageStatuses.Accepted))
        {
            Schedule(message);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task ReportLaterAsync(Message message)
    {
        // What counts is what the phone wanted when the message came, not a moment later.
        var blocked = message.Kind == MessageKinds.Sms && optOuts.Has(message.From, message.To);
        try
        {
            if (options.DeliveryReportDelay > TimeSpan.Zero)
            {
                await Task.Delay(options.DeliveryReportDelay, options.TimeProvider, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        var (status, reason) = Outcome(message, blocked);
        if (message.WantsReport)
        {
            feed.Publish(message.Kind == MessageKinds.Sms ? SmsReport(message, status, reason) : EmailReport(message, status, reason));
        }

        log.SetStatus(message.Id, status, reason);
    }

    private (string Status, string? Reason) Outcome(Message message, bool blocked) =>
        faults.IsUndeliverable(message.Kind, message.To)
            ? message.Kind == MessageKinds.Sms
                ? (MessageStatuses.Failed, "Destination handset is unavailable or the number is unassigned.")
                : (MessageStatuses.Bounced, "550 5.1.1 The mailbox does not exist.")
        : blocked
            ? (MessageStatuses.Failed, "Sender blocked for given recipient.")
        : (MessageStatuses.Delivered, null);

    private ServiceEvent SmsReport(Message message, string status, string? reason)
    {
        var now = options.TimeProvider.GetUtcNow();
        var failed = status == MessageStatuses.Failed;
        var data = new
        {
            messageId = message.Id,

            // The service itself writes one end with the plus and one without.
            from = message.From.TrimStart('+'),
            to = message.To,
            deliveryStatus = status,
            deliveryStatusDetails = reason ?? "No error.",
            deliveryAttempts = new[]
            {
                new { timestamp = now.UtcDateTime, segmentsSucceeded = failed ? 0 : message.Segments, segmentsFailed = failed ? message.Segments : 0 },
            },
            receivedTimestamp = now.UtcDateTime,
            tag = message.Tag ?? "",
        };
        return Event(EventTypes.SmsDeliveryReport, $"/phonenumber/{message.From.TrimStart('+')}", now, data);
    }

    private ServiceEvent EmailReport(Message message, string status, string? reason)
    {
        var now = options.TimeProvider.GetUtcNow();
        var id = message.RepeatabilityId!;
        var data = new
        {
            sender = message.From,
            recipient = message.To,
            messageId = id,
            internetMessageId = $"<{id}@sandbox>",
            status,
            deliveryStatusDetails = new { statusMessage = reason ?? "", recipientMailServerHostName = message.To[(message.To.LastIndexOf('@') + 1)..] },
            deliveryAttemptTimeStamp = now.UtcDateTime,
        };
        return Event(EventTypes.EmailDeliveryReport, $"sender/{message.From}/message/{id}", now, data);
    }

    private static ServiceEvent Event(string type, string subject, DateTimeOffset now, object data) =>
        new(Guid.NewGuid().ToString(), type, subject, now, JsonSerializer.SerializeToElement(data, SandboxJson.Options));
}
