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
