using CxFunctions.Catalog;

namespace CxFunctions.Messages;

/// <summary>
/// Queue <c>analyzed-responses</c>: what was said and how it was meant. Verbatims are masked.
/// Idempotent by journey and revision.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="Ref">The stored response.</param>
/// <param name="Revision">Of the response.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="Channel">The channel whose link was used.</param>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Dimensions">Values of the program's declared dimensions.</param>
/// <param name="Scores">By kind, on their own scales.</param>
/// <param name="Verbatims">Masked, with what the analysis found; empty sentiment where it is still to come.</param>
/// <param name="Complete">Whether the survey was sent off.</param>
/// <param name="SavedAt">When the answers were saved, UTC.</param>
public sealed record ResponseAnalyzed(
    int Version,
    ResponseRef Ref,
    int Revision,
    string Program,
    string Touchpoint,
    Channel Channel,
    string Locale,
    IReadOnlyDictionary<string, string> Dimensions,
    IReadOnlyDictionary<QuestionKind, int> Scores,
    IReadOnlyList<MaskedVerbatim> Verbatims,
    bool Complete,
    DateTimeOffset SavedAt)
{
    public const int CurrentVersion = 1;
}

/// <param name="QuestionId">The question it answers.</param>
/// <param name="Text">Personal data replaced by asterisks.</param>
/// <param name="Sentiment">positive, neutral, negative or mixed; null while the service is out of reach.</param>
/// <param name="Negative">Confidence that it is negative, 0 to 1.</param>
public sealed record MaskedVerbatim(string QuestionId, string Text, string? Sentiment, double Negative);
