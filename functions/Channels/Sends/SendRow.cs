using Azure;
using CxFunctions.Catalog;

namespace CxFunctions.Channels.Sends;

/// <summary>One message to one person: written before it is sent, so that every attempt finds the first. Holds no address and no text.</summary>
public sealed record SendRow
{
    public required string SendId { get; init; }

    public required SendKind Kind { get; init; }

    public required Channel Channel { get; init; }

    public required SendState State { get; init; }

    /// <summary>UTC; every attempt tells the service this moment.</summary>
    public required DateTimeOffset IntendedAt { get; init; }

    /// <summary>The journey that waits for the delivery report; null for word back and notices.</summary>
    public string? JourneyId { get; init; }

    /// <summary>The service's id, once it took the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>UTC of the last change of state.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Why it was refused or not delivered; never personal data.</summary>
    public string? Detail { get; init; }

    internal ETag ETag { get; init; }
}

public enum SendKind
{
    Survey,
    Reminder,
    WordBack,
    Notice,

    /// <summary>To somebody who wrote to us.</summary>
    Answer,
}

/// <summary>How far a message came.</summary>
public enum SendState
{
    /// <summary>It may have gone out or not: the attempt that would tell us never reported.</summary>
    Intended,

    /// <summary>The service took it.</summary>
    Sent,

    /// <summary>The service will not take it for this recipient.</summary>
    Refused,

    Delivered,

    Undelivered,
}
