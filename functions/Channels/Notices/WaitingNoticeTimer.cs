using CxFunctions.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Channels.Notices;

/// <summary>On <c>%NoticeSchedule%</c>, in Azure every minute: who waits is told, as far as the services go.</summary>
public sealed class WaitingNoticeTimer(WaitingNotices waiting)
{
    [Function(nameof(WaitingNoticeTimer))]
    public Task RunAsync([TimerTrigger("%NoticeSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        // Side by side: a service that does not answer must not hold up the other.
        Task.WhenAll(waiting.TellAsync(Channel.Sms, cancellationToken), waiting.TellAsync(Channel.Email, cancellationToken));
}
