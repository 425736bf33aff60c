namespace CxFunctions.Cases;

/// <summary>Input of <see cref="CaseJourney"/>: names only. Deadlines, state and words are read from the case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EscalateTo">Recipient names.</param>
public sealed record CasePlan(string CaseId, IReadOnlyList<string> EscalateTo)
{
    /// <summary>The one event: the case was acknowledged, handed over or resolved. What it is now is read from the store.</summary>
    public const string ChangedEvent = "case-changed";
}

public enum CaseDeadline
{
    Acknowledge,
    Resolve,
}

/// <summary>Input of <see cref="AttendCaseActivity"/>.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EscalateTo">Recipient names.</param>
/// <param name="At">The orchestration's time, UTC: a deadline that has passed for it has passed for the activity, whatever the clock of its machine says.</param>
public sealed record CaseVisit(string CaseId, IReadOnlyList<string> EscalateTo, DateTime At);

/// <summary>What the journey does next.</summary>
/// <param name="TellCustomer">Whether the customer is to be told now.</param>
/// <param name="LookAgainAt">When to look at the case again, UTC, if nothing is heard of it before; null where nothing is left to do.</param>
public sealed record CaseAgenda(bool TellCustomer, DateTime? LookAgainAt)
{
    public static readonly CaseAgenda Done = new(false, null);
}
