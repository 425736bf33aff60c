using CxFunctions.Channels.Sends;

namespace CxFunctions.Channels.Events;

/// <summary>What Communication Services tell through Event Grid, whatever the schema it came in.</summary>
public abstract record CommunicationEvent
{
    /// <summary>Event Grid asks whether this endpoint wants its events; only the echoed code says yes.</summary>
    public sealed record Validation(string Code) : CommunicationEvent;

    /// <summary>What became of a message.</summary>
    /// <param name="MessageId">The service's id.</param>
    /// <param name="Tag">What we sent along: the key of the send; null for e-mails.</param>
    /// <param name="State">Delivered or undelivered; null where it is not final.</param>
    /// <param name="Status">The service's word for it.</param>
    /// <param name="At">UTC; null where not said.</param>
    /// <param name="Gone">The address, where the report says that it does not exist.</param>
    public sealed record Report(string MessageId, string? Tag, SendState? State, string Status, DateTimeOffset? At, GoneAddress? Gone = null) : CommunicationEvent;

    /// <summary>Somebody wrote an SMS.</summary>
    /// <param name="From">As received: with or without plus.</param>
    /// <param name="Text">As written.</param>
    /// <param name="At">UTC; null where not said.</param>
    /// <param name="MessageId">The service's id.</param>
    public sealed record SmsReceived(string From, string Text, DateTimeOffset? At, string? MessageId = null) : CommunicationEvent;
}

/// <summary>An address that does not exist. Never says itself: events end in logs.</summary>
public sealed record GoneAddress(string Value)
{
    public override string ToString() => "an address";
}
