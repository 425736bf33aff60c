namespace CxFunctions.Cases;

/// <summary>Input of <see cref="CaseJourney"/>: ids and instants only.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="AcknowledgeBy">UTC.</param>
/// <param name="ResolveBy">UTC.</param>
/// <param name="EscalateTo">Recipient names.</param>
public sealed record CasePlan(string CaseId, DateTime AcknowledgeBy, DateTime ResolveBy, IReadOnlyList<string> EscalateTo)
{
    /// <summary>The one event: the case was acknowledged or resolved. What it is now is read from the store.</summary>
    public const string ChangedEvent = "case-changed";
}

public enum CaseDeadline
{
    Acknowledge,
    Resolve,
}

/// <param name="CaseId">The case.</param>
/// <param name="Deadline">Which time has run out.</param>
/// <param name="EscalateTo">Recipient names.</param>
public sealed record Escalation(string CaseId, CaseDeadline Deadline, IReadOnlyList<string> EscalateTo);

/// <summary>What the journey needs to know of the case, read when it is needed.</summary>
/// <param name="State">As it is now.</param>
/// <param name="WordBackAt">When the customer may be told, UTC, in waking hours; null where there is nothing to tell (any more).</param>
public sealed record CaseStatus(CaseState State, DateTime? WordBackAt);
