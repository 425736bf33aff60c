namespace Azure.Communication.Sms;

/// <summary>Whether the service is to report the delivery, and a word of ours that the report brings back.</summary>
public class SmsSendOptions
{
    public SmsSendOptions(bool enableDeliveryReport) => EnableDeliveryReport = enableDeliveryReport;

    public bool EnableDeliveryReport { get; }

    public string? Tag { get; set; }
}
