namespace CxFunctions.Sandbox.Sms;

/// <summary>Body of <c>POST /sms</c>, api-version 2026-01-23.</summary>
internal sealed record SendMessageRequest(
    string? From,
    IReadOnlyList<SmsRecipient>? SmsRecipients,
    string? Message,
    SmsOptions? SmsSendOptions);

internal sealed record SmsRecipient(string? To, string? RepeatabilityRequestId, string? RepeatabilityFirstSent);

internal sealed record SmsOptions(bool? EnableDeliveryReport, string? Tag, int? DeliveryReportTimeoutInSeconds);

/// <summary>The outcome for one recipient in the multi-status answer.</summary>
internal sealed record SendResponseItem(
    string To,
    string? MessageId,
    int HttpStatusCode,
    string? RepeatabilityResult,
    bool Successful,
    string? ErrorMessage);

internal sealed record OptOutRequest(string? From, IReadOnlyList<OptOutRecipient>? Recipients);

internal sealed record OptOutRecipient(string? To);

internal sealed record OptOutResponseItem(string To, int HttpStatusCode, bool? IsOptedOut, string? ErrorMessage);
