using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sms;
using CxFunctions.Channels.Stops;
using CxFunctions.Messages;
using CxFunctions.Spending;

namespace CxFunctions.Channels.Sends;

/// <summary>Sends a message once, whatever crashes: intend, hand over under an id that never changes, note what came of it.</summary>
public sealed class MessageSender(SendStore sends, SmsSender sms, EmailSender email, ChannelStops stops, Budget budget)
{
    /// <summary>What an earlier attempt settled, or null where the message has still to go out (or may have, unknown to us).</summary>
    public async Task<SendOutcome?> SettledAsync(string sendId, CancellationToken cancellationToken) =>
        await sends.FindAsync(sendId, cancellationToken) is { } row ? OutcomeOf(row) : null;

    /// <exception cref="Azure.RequestFailedException">The service or the storage is out of reach: the same call, repeated, is safe.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var row = await sends.IntendAsync(message.SendId, message.Kind, message.Channel, message.JourneyId, cancellationToken);
        if (OutcomeOf(row) is { } settled)
        {
            return settled;
        }
        if (!await stops.MayTryAsync(message.Channel, cancellationToken))
        {
            throw MessageServiceException.Stopped(message.Channel);
        }
        var reply = await OfferAsync(message, row, cancellationToken);
        if (reply.Refusal is { } refusal)
        {
            if (reply.Blame == Blame.Ours || (reply.Blame == Blame.Unclear && !stops.IsTrusted(message.Channel)))
            {
                await stops.StopAsync(message.Channel, refusal, cancellationToken);
                throw MessageServiceException.Stopped(message.Channel);
            }
            await sends.AdvanceAsync(row, SendState.Refused, null, refusal, cancellationToken);
            return new SendOutcome(SendResult.Failed, refusal);
        }
        await stops.TakenAsync(message.Channel, cancellationToken);
        await budget.SpendAsync(SendGateRules.SpendOf(message.Channel, message.Kind), message.Units, cancellationToken);
        await sends.AdvanceAsync(row, SendState.Sent, reply.MessageId, null, cancellationToken);
        return new SendOutcome(SendResult.Sent);
    }

    /// <summary>Notes that a message needs not go out any more: another has said what it says.</summary>
    /// <param name="sendId">Of the message.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="channel">The way it would have gone.</param>
    /// <param name="by">The send id of the other.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(string sendId, SendKind kind, Channel channel, string by, CancellationToken cancellationToken)
    {
        var row = await sends.IntendAsync(sendId, kind, channel, null, cancellationToken);
        await sends.AdvanceAsync(row, SendState.Sent, null, $"told with {SendStore.KeyOf(by)}", cancellationToken);
    }

    private Task<ServiceReply> OfferAsync(OutgoingMessage message, SendRow row, CancellationToken cancellationToken) => message.Text is { } text
        ? sms.SendAsync(message.SendId, row.IntendedAt, message.To, text, cancellationToken)
        : email.SendAsync(message.SendId, message.To, message.Letter!, cancellationToken);

    private static SendOutcome? OutcomeOf(SendRow row) => row.State switch
    {
        SendState.Intended => null,
        SendState.Refused => new(SendResult.Failed, row.Detail),
        _ => new(SendResult.Sent),
    };
}
