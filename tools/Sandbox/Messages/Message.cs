namespace CxFunctions.Sandbox.Messages;

/// <summary>One SMS or e-mail that passed through the Sandbox, as <c>GET /sandbox/messages</c> shows it.</summary>
public sealed record Message
{
    /// <summary>Counts up from 1 in the order of arrival; can serve as <c>since</c>.</summary>
    public long Sequence { get; init; }

    /// <summary>The messageId the service returned; an e-mail to several people has one message each, <c>id/2</c> and on.</summary>
    public required string Id { get; init; }

    /// <summary>sms or email.</summary>
    public required string Kind { get; init; }

    /// <summary>out: sent by the app; in: a reply from a phone.</summary>
    public string Direction { get; init; } = MessageDirections.Out;

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>When it was accepted, on the clock of the Sandbox.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Text of an SMS.</summary>
    public string? Text { get; init; }

    public string? Subject { get; init; }

    public string? Html { get; init; }

    public string? PlainText { get; init; }

    /// <summary>Parts an SMS is billed as, 1 and up.</summary>
    public int? Segments { get; init; }

    /// <summary>GSM-7 or UCS-2.</summary>
    public string? Encoding { get; init; }

    /// <summary>Distinct web links in order of appearance.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Accepted, then Delivered, Failed (sms) or Bounced (email); Received for a reply.</summary>
    public string Status { get; init; } = MessageStatuses.Accepted;

    public string? StatusReason { get; init; }

    public string? Tag { get; init; }

    /// <summary>The id by which the sender may repeat its request: repeatabilityRequestId (sms) or Operation-Id (email).</summary>
    public string? RepeatabilityId { get; init; }

    /// <summary>Whether the sender asked for a delivery report.</summary>
    public bool WantsReport { get; init; }

    /// <summary>Whether the message goes to a manager's phone or mailbox.</summary>
    public bool ToManager { get; init; }
}

internal static class MessageKinds
{
    public const string Sms = "sms";
    public const string Email = "email";
}

internal static class MessageDirections
{
    public const string Out = "out";
    public const string In = "in";
}

internal static class MessageStatuses
{
    public const string Accepted = "Accepted";
    public const string Delivered = "Delivered";
    public const string Failed = "Failed";
    public const string Bounced = "Bounced";
    public const string Received = "Received";
}
