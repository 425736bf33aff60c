using System.Text.Json.Serialization;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Cases;

/// <summary>One unhappy answer and what is done about it.</summary>
public sealed record Case
{
    /// <summary>Derived from the alert, so that a second request finds the first case.</summary>
    public required string Id { get; init; }

    /// <summary>The secret of the manager's link.</summary>
    public required string Token { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required string RuleId { get; init; }

    public required ResponseRef Response { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>es, en or pt: the customer's language.</summary>
    public required string Locale { get; init; }

    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    public required QuestionKind Metric { get; init; }

    public int? Score { get; init; }

    /// <summary>Masked.</summary>
    public string? Verbatim { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Fixed at the opening, in the hours of those who looked after such cases then.</summary>
    public required DateTimeOffset AcknowledgeBy { get; init; }

    public required DateTimeOffset ResolveBy { get; init; }

    /// <summary>IANA zone of whoever is named first among those who look after it, fixed at the opening; null for UTC.</summary>
    public string? TimeZone { get; init; }

    public CaseState State { get; init; } = CaseState.Open;

    /// <summary>Who looks after it; a name that a manager typed.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>A name that a manager typed.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>The forms that changed it last; see <see cref="CaseAction.Form"/>.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    public DateTimeOffset? AcknowledgeEscalatedAt { get; init; }

    public DateTimeOffset? ResolveEscalatedAt { get; init; }

    public CaseOutcome? Outcome { get; init; }

    /// <summary>What the customer is told; null where the manager chose to say nothing.</summary>
    public string? WordBack { get; init; }

    public WordBackState WordBackState { get; init; } = WordBackState.None;

    /// <summary>In which its times are shown to whoever has its link.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    public bool IsOpen => State != CaseState.Resolved;
}

public enum CaseState
{
    Open,
    Acknowledged,
    Resolved,
}

/// <summary>How the case ended for the customer.</summary>
public enum CaseOutcome
{
    /// <summary>The customer was reached and the matter is settled.</summary>
    Settled,

    /// <summary>The cause was removed, so that it does not happen to others.</summary>
    CauseRemoved,

    /// <summary>Nobody could be reached.</summary>
    NotReached,

    /// <summary>Nothing to be done.</summary>
    NoAction,
}

public enum WordBackState
{
    None,
    Waiting,
    Sent,

    /// <summary>It must not or could not be sent; the timeline says why.</summary>
    NotSent,
}

/// <summary>One line of a case's timeline.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">What was done.</param>
/// <param name="Who">A name that a manager typed, or the system.</param>
/// <param name="Text">Words, where there are any.</param>
/// <param name="Visitor">With an opening: tells one visitor from another, and no more than that.</param>
public sealed record CaseEvent(DateTimeOffset At, CaseEventKind What, string Who, string? Text, string? Visitor = null);

/// <summary>What happens to a case, in the order in which things of one instant stand in its timeline.</summary>
public enum CaseEventKind
{
    Opened,
    Acknowledged,
    Assigned,
    Noted,
    Escalated,
    Resolved,
    WordBack,

    /// <summary>Somebody looked at the page.</summary>
    Opening,
}
