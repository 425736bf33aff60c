using CxFunctions.Catalog;

namespace CxFunctions.Messages;

/// <summary>Queue <c>cases</c>: an answer calls for a person. Idempotent by alert: one answer opens one case a rule.</summary>
/// <param name="Version">1.</param>
/// <param name="AlertId">The alert behind it.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="RuleId">The alert rule; its policy holds the times.</param>
/// <param name="Response">The answer.</param>
/// <param name="Channel">The channel it came by.</param>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Dimensions">Values of the program's declared dimensions.</param>
/// <param name="Metric">The score that fired, or what the verbatim belongs to.</param>
/// <param name="Score">Its value.</param>
/// <param name="Verbatim">Masked; null where none was given.</param>
/// <param name="RaisedAt">UTC; the clock of the service level starts here.</param>
/// <param name="TellAt">UTC: managers are told then, together with others; null for at once.</param>
/// <param name="Unread">Whether the words are masked by form alone, so that names may stand in them: then they travel in no message.</param>
/// <param name="Again">It was asked for before, and its words have been read since: they are replaced, and nobody is told.</param>
public sealed record CaseRequested(
    int Version,
    string AlertId,
    string Program,
    string Touchpoint,
    string RuleId,
    ResponseRef Response,
    Channel Channel,
    string Locale,
    IReadOnlyDictionary<string, string> Dimensions,
    QuestionKind Metric,
    int? Score,
    string? Verbatim,
    DateTimeOffset RaisedAt,
    DateTimeOffset? TellAt = null,
    bool Unread = false,
    bool Again = false)
{
    public const int CurrentVersion = 1;
}
