using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Messages;
using CxFunctions.Spending;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Notices;

/// <summary>One notice to one recipient on one channel, under an id of its own: however often it is tried, it is delivered once.</summary>
public sealed class NoticeDelivery(
    ProgramCatalog catalog, NoticeAddresses addresses, MessageSender sender, LetterWriter letters, Budget budget, ILogger<NoticeDelivery> log)
{
    /// <returns>Sent; Failed where this person is not to be reached this way; Postponed where the service is away or the day's budget spent.</returns>
    /// <exception cref="Azure.RequestFailedException">Our own storage is away.</exception>
    public async Task<SendOutcome> DeliverAsync(ManagerNotice notice, string name, Channel channel, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await SendAsync(notice, name, channel, cancellationToken);
            if (outcome.Result == SendResult.Failed)
            {
                log.NoticeNotDelivered(notice.Id, name, channel, outcome.Reason);
            }
            return outcome;
        }
        catch (MessageServiceException e)
        {
            return new(SendResult.Postponed, $"service-out-of-reach ({e.Status})");
        }
    }

    /// <summary>Whether this person has been told, on its own or with others.</summary>
    internal async Task<bool> WasToldAsync(ManagerNotice notice, string name, Channel channel, CancellationToken cancellationToken) =>
        await sender.SettledAsync(SendIdOf(notice, name, channel), cancellationToken) is not null;

    /// <summary>Notes that this person has been told by another notice, which stood for this one.</summary>
    internal Task NoteToldAsync(ManagerNotice notice, string by, string name, Channel channel, CancellationToken cancellationToken) =>
        sender.SettleAsync(SendIdOf(notice, name, channel), Sends.SendKind.Notice, channel, SendIdOf(notice with { Id = by }, name, channel), cancellationToken);

    private async Task<SendOutcome> SendAsync(ManagerNotice notice, string name, Channel channel, CancellationToken cancellationToken)
    {
        if (catalog.Find(notice.Program) is not { } program)
        {
            return new(SendResult.Failed, "program-removed");
        }
        if (!program.Recipients.TryGetValue(name, out var recipient) || addresses.Of(recipient, channel) is not { } address)
        {
            return new(SendResult.Failed, "no-address");
        }
        var sendId = SendIdOf(notice, name, channel);
        if (await sender.SettledAsync(sendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        var message = channel == Channel.Sms
            ? new OutgoingMessage(sendId, Sends.SendKind.Notice, address, Text: NoticeText.Sms(notice))
            : new OutgoingMessage(sendId, Sends.SendKind.Notice, address, Letter: await letters.NoticeAsync(notice, program.Brand));
        return await budget.LeftAsync(SendGateRules.SpendOf(channel, Sends.SendKind.Notice), cancellationToken) < message.Units
            ? new(SendResult.Postponed, "budget-spent")
            : await sender.SendAsync(message, cancellationToken);
    }

    internal static string SendIdOf(ManagerNotice notice, string recipient, Channel channel) => $"notice|{notice.Id}|{recipient}|{channel}";
}
