using System.Globalization;

namespace CxFunctions.Sandbox.Sms;

/// <summary>What the service refuses: a whole request, or one recipient of it.</summary>
internal static class SmsRequestRules
{
    public const int MaxRecipients = 100;
    public const int MaxCharacters = 2048;

    public static string? Refusal(SendMessageRequest request) =>
        !PhoneNumber.IsValidSender(request.From) ? "Invalid From phone number format."
        : request.SmsRecipients is not { Count: >= 1 and <= MaxRecipients } ? $"smsRecipients must name 1 to {MaxRecipients} recipients."
        : request.Message is not { Length: <= MaxCharacters } ? $"message is required and has at most {MaxCharacters} characters."
        : request.SmsSendOptions is { EnableDeliveryReport: null } ? "smsSendOptions.enableDeliveryReport is required."
        : request.SmsSendOptions?.DeliveryReportTimeoutInSeconds is < 60 or > 43_200 ? "deliveryReportTimeoutInSeconds must be 60 to 43200."
        : null;

    /// <summary>The answer for a recipient who can't be served, or null.</summary>
    public static SendResponseItem? Refusal(SmsRecipient recipient)
    {
        if (!PhoneNumber.IsValid(recipient.To))
        {
            return new(recipient.To ?? "", null, 400, null, false, "Invalid To phone number format.");
        }

        if (recipient.RepeatabilityRequestId is null)
        {
            return null;
        }

        var problem =
            !Guid.TryParse(recipient.RepeatabilityRequestId, out _)
                ? "Request sent with Invalid Guid value for repeatability-request-id."
            : !DateTimeOffset.TryParseExact(recipient.RepeatabilityFirstSent, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
                ? "Request sent with Invalid DateTime value for repeatability-first-sent. Expected is DateTime ,RFC1123 pattern."
                : null;
        return problem is null ? null : new(recipient.To!, null, 400, "rejected", false, problem);
    }
}
