using CxFunctions.Catalog;

namespace CxFunctions.Cases;

/// <summary>What lists show of an open case.</summary>
public sealed record CaseSummary(
    string Id,
    string Token,
    string Program,
    string Touchpoint,
    CaseState State,
    QuestionKind Metric,
    int? Score,
    string? Verbatim,
    string? Owner,
    DateTimeOffset OpenedAt,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset ResolveBy,
    bool Escalated);

/// <summary>The open cases of a program or touchpoint, as far as they were looked at.</summary>
/// <param name="First">The one that must be resolved first leading.</param>
/// <param name="Count">How many there are.</param>
/// <param name="OrMore">Whether there may be more than that.</param>
public sealed record MostUrgentCases(IReadOnlyList<CaseSummary> First, int Count, bool OrMore);
