using System.Text.Json;
using Azure.Messaging;
using Azure.Messaging.EventGrid;
using Azure.Messaging.EventGrid.SystemEvents;
using CxFunctions.Channels.Sends;

namespace CxFunctions.Channels.Events;

/// <summary>Reads both schemas of Event Grid. Events of other kinds are left out: a subscription may be wider than ours.</summary>
public static class CommunicationEventParser
{
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="ArgumentException">JSON, but no events.</exception>
    public static IReadOnlyList<CommunicationEvent> Parse(BinaryData body, bool isCloudEvents) =>
        isCloudEvents
            ? [.. CloudEvent.ParseMany(body).Select(e => Of(e.TryGetSystemEventData(out var data) ? data : null, e.Data)).OfType<CommunicationEvent>()]
            : [.. EventGridEvent.ParseMany(body).Select(e => Of(e.TryGetSystemEventData(out var data) ? data : null, e.Data)).OfType<CommunicationEvent>()];

    private static CommunicationEvent? Of(object? data, BinaryData? raw) => data switch
    {
        SubscriptionValidationEventData validation => new CommunicationEvent.Validation(validation.ValidationCode),
        AcsSmsDeliveryReportReceivedEventData sms => new CommunicationEvent.Report(sms.MessageId, sms.Tag ?? TagOf(raw), OfSms(sms.DeliveryStatus), "sms-" + Word(sms.DeliveryStatus), sms.ReceivedTimestamp, Gone(sms.To, PermanentFailureRules.IsOfSms(sms.DeliveryStatus, sms.DeliveryStatusDetails))),
        AcsEmailDeliveryReportReceivedEventData mail => new CommunicationEvent.Report(mail.MessageId, null, OfEmail(mail.Status), "email-" + Word(mail.Status?.ToString()), mail.DeliveryAttemptTimestamp, Gone(mail.Recipient, PermanentFailureRules.IsOfEmail(mail.Status?.ToString(), mail.DeliveryStatusDetails?.StatusMessage))),
        AcsSmsReceivedEventData received => new CommunicationEvent.SmsReceived(received.From, received.Message ?? "", received.ReceivedTimestamp, received.MessageId),
        _ => null,
    };

    private static SendState? OfSms(string? status) => status?.ToUpperInvariant() switch
    {
        "DELIVERED" => SendState.Delivered,
        "FAILED" => SendState.Undelivered,
        _ => null,
    };

    /// <summary>"Expanded" only says that a list was taken apart.</summary>
    private static SendState? OfEmail(AcsEmailDeliveryReportStatus? status) => status?.ToString().ToUpperInvariant() switch
    {
        "DELIVERED" => SendState.Delivered,
        "SUPPRESSED" or "BOUNCED" or "QUARANTINED" or "FILTEREDSPAM" or "FAILED" => SendState.Undelivered,
        _ => null,
    };

    private static GoneAddress? Gone(string? address, bool forGood) => forGood && address is { Length: > 0 } ? new(address) : null;

    private static string Word(string? status) => status is { Length: > 0 } ? status.ToLowerInvariant() : "unknown";

    /// <summary>The service writes "tag" here and "Tag" there.</summary>
    private static string? TagOf(BinaryData? raw)
    {
        if (raw is null)
        {
            return null;
        }
        using var json = JsonDocument.Parse(raw);
        return json.RootElement.ValueKind != JsonValueKind.Object ? null : json.RootElement.EnumerateObject()
            .Where(p => p.Name.Equals("tag", StringComparison.OrdinalIgnoreCase) && p.Value.ValueKind == JsonValueKind.String)
            .Select(p => p.Value.GetString()).FirstOrDefault();
    }
}
