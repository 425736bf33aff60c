using Azure;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Ledger;

/// <summary>Why one transaction was or was not surveyed, under which rules, and what happened since. No personal data.</summary>
public sealed record LedgerEntry
{
    public required string Source { get; init; }

    public required string TransactionId { get; init; }

    public required string JourneyId { get; init; }

    public required string Program { get; init; }

    /// <summary>The version of the program that decided; empty where there is no such program.</summary>
    public required string ProgramVersion { get; init; }

    public required string Touchpoint { get; init; }

    public required string ContactId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required LedgerReason Reason { get; init; }

    /// <summary>A few words for people; never personal data.</summary>
    public string? Detail { get; init; }

    /// <summary>Members of the transaction that were sent and could not be used, by name.</summary>
    public IReadOnlyList<string> Unusable { get; init; } = [];

    /// <summary>Values of the program's declared dimensions.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The channel of the latest invitation.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Channels that did not reach the contact: refused by the service, or reported as not delivered.</summary>
    public IReadOnlyList<Channel> FailedChannels { get; init; } = [];

    /// <summary>When the invitation is to go out: delay and waking hours.</summary>
    public DateTimeOffset? InviteDueAt { get; init; }

    /// <summary>The first invitation.</summary>
    public DateTimeOffset? InvitedAt { get; init; }

    /// <summary>When the first message that reached the contact did, as the service reported.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the one reminder is to go out; null where there is to be none.</summary>
    public DateTimeOffset? RemindDueAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public JourneyEnd? End { get; init; }

    /// <summary>When the CRM took the transaction back.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>0, and one more each time a failed journey was taken up again; see <see cref="JourneyIds.InstanceOf"/>.</summary>
    public int Generation { get; init; }

    /// <summary>
    /// Where it stands in lists: when it happened, or when it arrived where that is not to be believed. So lists that end now hold it all the same.
    /// </summary>
    internal DateTimeOffset ListedAt => Reason == LedgerReason.Refused || OccurredAt > ReceivedAt ? ReceivedAt : OccurredAt;

    /// <summary>As read or written last; default for an entry that is in no table yet.</summary>
    internal ETag ETag { get; init; }
}
