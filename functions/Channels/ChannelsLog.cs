using CxFunctions.Catalog;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels;

/// <summary>Log sentences of the slice. Ids only.</summary>
internal static partial class ChannelsLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Notice {NoticeId} does not reach recipient {Recipient} by {Channel}: {Reason}.")]
    public static partial void NoticeNotDelivered(this ILogger logger, string noticeId, string recipient, Channel channel, string? reason);

    [LoggerMessage(3002, LogLevel.Warning, "Notice {NoticeId} to {Recipient} by {Channel} waits: {Reason}.")]
    public static partial void NoticeWaits(this ILogger logger, string noticeId, string recipient, Channel channel, string? reason);

    [LoggerMessage(3003, LogLevel.Information, "Delivery report for send {SendKey}: {State}.")]
    public static partial void Reported(this ILogger logger, string sendKey, Sends.SendState state);

    [LoggerMessage(3004, LogLevel.Error, "Events from Communication Services could not be handled; Event Grid will bring them again.")]
    public static partial void EventsNotHandled(this ILogger logger, Exception exception);

    [LoggerMessage(3005, LogLevel.Information, "Notice {NoticeId} to {Recipient} by {Channel} was settled as {Result} after waiting {Waited}.")]
    public static partial void WaitingNoticeSettled(this ILogger logger, string noticeId, string recipient, Channel channel, SendResult result, TimeSpan waited);

    [LoggerMessage(3006, LogLevel.Information, "Notice {NoticeId} to {Recipient} by {Channel} has lost its meaning while it waited and is dropped: {Why}.")]
    public static partial void NoticeDropped(this ILogger logger, string noticeId, string recipient, Channel channel, string why);

    [LoggerMessage(3007, LogLevel.Error, "Notice {NoticeId} to {Recipient} by {Channel} went to poison: {Why}")]
    public static partial void NoticeGivenUp(this ILogger logger, string noticeId, string recipient, Channel channel, string why);

    [LoggerMessage(3008, LogLevel.Information, "SMS {MessageId} ({Wish}) is not answered: {Why}.")]
    public static partial void NotAnswered(this ILogger logger, string messageId, Wish wish, string why);

    [LoggerMessage(3009, LogLevel.Information, "SMS {MessageId} was read as {Wish}.")]
    public static partial void Heard(this ILogger logger, string messageId, Wish wish);

    [LoggerMessage(3020, LogLevel.Critical, "{Channel} is stopped: its service refuses us ({Reason}). Check sender, key and permission; messages wait.")]
    public static partial void ChannelStopped(this ILogger logger, Channel channel, string reason);

    [LoggerMessage(3021, LogLevel.Warning, "{Channel} works again after {Stopped}.")]
    public static partial void ChannelOpened(this ILogger logger, Channel channel, TimeSpan stopped);

    [LoggerMessage(3010, LogLevel.Information, "Notice {NoticeId} to {Recipient} by {Channel} is put by until {Due:O}: outside working hours, or throttled.")]
    public static partial void NoticePutBy(this ILogger logger, string noticeId, string recipient, Channel channel, DateTimeOffset due);

    [LoggerMessage(3011, LogLevel.Information, "Notice {NoticeId} stood for {Count} to {Recipient} by {Channel} and was settled as {Result}.")]
    public static partial void NoticesToldTogether(this ILogger logger, string noticeId, int count, string recipient, Channel channel, SendResult result);
}
