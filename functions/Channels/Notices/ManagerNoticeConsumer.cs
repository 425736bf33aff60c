using Azure;
using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Foundation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// Queue <c>notices</c>: one message to each recipient on each channel, each under an id of its own. What failed for the moment
/// is tried again by the queue, and what went out before does not go out again.
/// </summary>
public sealed class ManagerNoticeConsumer(
    ProgramCatalog catalog,
    NoticeAddresses addresses,
    Dispatcher dispatcher,
    LetterWriter letters,
    Budget budget,
    QueueSender queues,
    TimeProvider time,
    ILogger<ManagerNoticeConsumer> log)
{
    [Function(nameof(ManagerNoticeConsumer))]
    public async Task RunAsync([QueueTrigger(QueueNames.Notices)] string message, CancellationToken cancellationToken)
    {
        var notice = QueueMessage.Read<ManagerNotice>(message, m => m.Version, ManagerNotice.CurrentVersion);
        var program = catalog.Get(notice.Program);
        var letter = notice.Channels.Contains(Channel.Email) ? await letters.NoticeAsync(notice, program.Brand) : null;
        var postponed = false;
        var failures = new List<Exception>();
        foreach (var name in notice.Recipients)
        {
            foreach (var channel in notice.Channels)
            {
                try
                {
                    var outcome = await SendAsync(notice, name, program, channel, letter, cancellationToken);
                    postponed |= outcome.Result == SendResult.Postponed;
                    if (outcome.Result == SendResult.Failed)
                    {
                        log.NoticeNotDelivered(notice.Id, name, channel, outcome.Reason);
                    }
                }
                catch (RequestFailedException e)
                {
                    // One service out of order must not keep the notice from going the other way.
                    failures.Add(e);
                }
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException($"Notice {notice.Id} did not go out to everybody.", failures);
        }
        if (postponed)
        {
            log.NoticePostponed(notice.Id);
            await queues.SendAsync(QueueNames.Notices, notice, UntilTomorrow(), cancellationToken);
        }
    }

    private async Task<SendOutcome> SendAsync(ManagerNotice notice, string name, SurveyProgram program, Channel channel, Letter? letter, CancellationToken cancellationToken)
    {
        if (!program.Recipients.TryGetValue(name, out var recipient) || addresses.Of(recipient, channel) is not { } address)
        {
            return new(SendResult.Failed, "no-address");
        }
        var sendId = SendIdOf(notice, name, channel);
        var message = new Dispatch(sendId, SendKind.Notice, address, channel == Channel.Sms ? NoticeText.Sms(notice) : null, channel == Channel.Sms ? null : letter);
        if (await dispatcher.SettledAsync(sendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        return await budget.LeftAsync(SendGateRules.SpendOf(channel), cancellationToken) < message.Units
            ? new(SendResult.Postponed, "budget-spent")
            : await dispatcher.SendAsync(message, cancellationToken);
    }

    internal static string SendIdOf(ManagerNotice notice, string recipient, Channel channel) => $"notice|{notice.Id}|{recipient}|{channel}";

    /// <summary>Budgets are counted by UTC day.</summary>
    private TimeSpan UntilTomorrow()
    {
        var now = time.GetUtcNow();
        return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime + TimeSpan.FromMinutes(1);
    }
}
