using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels.Stops;

/// <summary>Tells operations, by the other channel, that one was stopped or works again. Repeating it tells nobody twice.</summary>
public sealed class StopNotices(ProgramCatalog catalog, QueueSender queues, IOptions<CxOptions> cx, IOptions<OperationsOptions> options)
{
    public Task StoppedAsync(ChannelStop stop, CancellationToken cancellationToken) => TellAsync(
        stop,
        "stopped",
        $"{NameOf(stop.Channel)} is stopped: check our settings",
        [
            $"The service refuses what we send: {stop.Reason}. That is no fault of customers, so nobody is marked as not to be reached; their messages wait.",
            stop.Channel == Channel.Sms
                ? "Check Communication__SmsFrom (is the number or name ours, in this resource?) and the key or identity that we sign in with."
                : "Check Communication__EmailFrom (is its domain linked to this resource?) and the key or identity that we sign in with.",
            $"One message tries every {ChannelStops.ProbeEvery.TotalMinutes:0} minutes; the channel opens by itself with the first that is taken.",
        ],
        cancellationToken);

    public Task OpenedAsync(ChannelStop was, CancellationToken cancellationToken) => TellAsync(
        was, "open", $"{NameOf(was.Channel)} works again", ["The service has taken a message. What waited goes out."], cancellationToken);

    private async Task TellAsync(ChannelStop stop, string what, string subject, string[] lines, CancellationToken cancellationToken)
    {
        foreach (var program in catalog.All)
        {
            var notice = new ManagerNotice(
                ManagerNotice.CurrentVersion,
                string.Create(CultureInfo.InvariantCulture, $"channel-{what}-{stop.Channel}-{program.Id}-{stop.Since.UtcTicks}"),
                program.Id,
                options.Value.RecipientsOf(program),
                [stop.Channel == Channel.Sms ? Channel.Email : Channel.Sms],
                $"{program.Brand.Name}: {subject}",
                lines,
                new Uri(cx.Value.Link("/dashboard/operations")));
            await queues.SendAsync(QueueNames.Notices, notice, cancellationToken: cancellationToken);
        }
    }

    private static string NameOf(Channel channel) => channel == Channel.Sms ? "SMS" : "E-mail";
}
