using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sms;

namespace CxFunctions.Channels.Sends;

/// <summary>A message ready to go. Exactly one of text and letter is set.</summary>
public sealed record OutgoingMessage(string SendId, SendKind Kind, string To, string? Text = null, Letter? Letter = null, string? JourneyId = null)
{
    public Channel Channel => Text is null ? Channel.Email : Channel.Sms;

    /// <summary>What it costs, in the unit of its channel.</summary>
    public int Units => Text is null ? 1 : SmsSegments.Of(Text).Count;
}
