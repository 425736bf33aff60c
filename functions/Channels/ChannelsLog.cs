using CxFunctions.Catalog;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels;

/// <summary>Log sentences of the slice. Ids only.</summary>
internal static partial class ChannelsLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Notice {NoticeId} does not reach recipient {Recipient} by {Channel}: {Reason}.")]
    public static partial void NoticeNotDelivered(this ILogger logger, string noticeId, string recipient, Channel channel, string? reason);

    [LoggerMessage(3002, LogLevel.Warning, "The day's budget is spent: notice {NoticeId} waits for the next UTC day.")]
    public static partial void NoticePostponed(this ILogger logger, string noticeId);

    [LoggerMessage(3003, LogLevel.Information, "Delivery report for send {SendKey}: {State}.")]
    public static partial void Reported(this ILogger logger, string sendKey, Sends.SendState state);

    [LoggerMessage(3004, LogLevel.Error, "Events from Communication Services could not be handled; Event Grid will bring them again.")]
    public static partial void EventsNotHandled(this ILogger logger, Exception exception);
}
