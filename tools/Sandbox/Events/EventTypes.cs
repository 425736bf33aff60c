namespace CxFunctions.Sandbox.Events;

internal static class EventTypes
{
    public const string SmsReceived = "Microsoft.Communication.SMSReceived";
    public const string SmsDeliveryReport = "Microsoft.Communication.SMSDeliveryReportReceived";
    public const string EmailDeliveryReport = "Microsoft.Communication.EmailDeliveryReportReceived";
}
