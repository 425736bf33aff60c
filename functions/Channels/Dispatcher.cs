using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Channels.Sms;
using CxFunctions.Foundation;

namespace CxFunctions.Channels;

/// <summary>A message ready to go. Exactly one of text and letter is set.</summary>
public sealed record Dispatch(string SendId, SendKind Kind, string To, string? Text = null, Letter? Letter = null, string? JourneyId = null)
{
    public Channel Channel => Text is null ? Channel.Email : Channel.Sms;

    /// <summary>What it costs, in the unit of its channel.</summary>
    public int Units => Text is null ? 1 : SmsSegments.Of(Text).Count;
}

/// <summary>Sends a message once, whatever crashes: intend, hand over under an id that never changes, note what came of it.</summary>
public sealed class Dispatcher(SendStore sends, SmsSender sms, EmailSender email, Budget budget)
{
    /// <summary>What an earlier attempt settled, or null where the message has still to go out (or may have, unknown to us).</summary>
    public async Task<SendOutcome?> SettledAsync(string sendId, CancellationToken cancellationToken) =>
        await sends.FindAsync(sendId, cancellationToken) is { } row ? OutcomeOf(row) : null;

    /// <exception cref="Azure.RequestFailedException">The service or the storage is out of reach: the same call, repeated, is safe.</exception>
    public async Task<SendOutcome> SendAsync(Dispatch message, CancellationToken cancellationToken)
    {
        var row = await sends.IntendAsync(message.SendId, message.Kind, message.Channel, message.JourneyId, cancellationToken);
        if (OutcomeOf(row) is { } settled)
        {
            return settled;
        }
        var handover = await HandOverAsync(message, row, cancellationToken);
        if (handover.Refusal is { } refusal)
        {
            await sends.AdvanceAsync(row, SendState.Refused, null, refusal, cancellationToken);
            return new SendOutcome(SendResult.Failed, refusal);
        }
        await budget.SpendAsync(SendGateRules.SpendOf(message.Channel, message.Kind), message.Units, cancellationToken);
        await sends.AdvanceAsync(row, SendState.Sent, handover.MessageId, null, cancellationToken);
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

    private Task<Handover> HandOverAsync(Dispatch message, SendRow row, CancellationToken cancellationToken) => message.Text is { } text
        ? sms.SendAsync(message.SendId, row.IntendedAt, message.To, text, cancellationToken)
        : email.SendAsync(message.SendId, message.To, message.Letter!, cancellationToken);

    private static SendOutcome? OutcomeOf(SendRow row) => row.State switch
    {
        SendState.Intended => null,
        SendState.Refused => new(SendResult.Failed, row.Detail),
        _ => new(SendResult.Sent),
    };
}
