using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Sentiment;

/// <summary>A verbatim with the answer it belongs to, for pages.</summary>
public sealed record AnalyzedVerbatim
{
    public required ResponseRef Ref { get; init; }

    public required int Revision { get; init; }

    public required string QuestionId { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required Channel Channel { get; init; }

    public required string Locale { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    public string? Sentiment { get; init; }

    public double Positive { get; init; }

    public double Neutral { get; init; }

    public double Negative { get; init; }

    public required AnalysisState State { get; init; }

    public required IReadOnlyList<string> KeyPhrases { get; init; }

    public required IReadOnlyList<Opinion> Opinions { get; init; }

    /// <summary>The first score of the answer, on the scale of <see cref="Metric"/>.</summary>
    public int? Score { get; init; }

    public QuestionKind? Metric { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    internal static IEnumerable<AnalyzedVerbatim> Of(AnalyzedResponse response) => response.Verbatims.Select(v => new AnalyzedVerbatim
    {
        Ref = response.Ref,
        Revision = response.Revision,
        QuestionId = v.QuestionId,
        Program = response.Program,
        Touchpoint = response.Touchpoint,
        Channel = response.Channel,
        Locale = response.Locale,
        Language = v.Language,
        Text = v.Text,
        Sentiment = v.Sentiment,
        Positive = v.Positive,
        Neutral = v.Neutral,
        Negative = v.Negative,
        State = v.State,
        KeyPhrases = v.KeyPhrases,
        Opinions = v.Opinions,
        Metric = response.Scores.Count == 0 ? null : response.Scores.Keys.Min(),
        Score = response.Scores.Count == 0 ? null : response.Scores[response.Scores.Keys.Min()],
        SavedAt = response.SavedAt,
    });
}
