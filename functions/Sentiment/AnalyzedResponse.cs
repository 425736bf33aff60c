using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Sentiment;

/// <summary>One answer, whole or in part, with its words masked and read.</summary>
public sealed record AnalyzedResponse
{
    public required ResponseRef Ref { get; init; }

    public required int Revision { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>es, en or pt: the language of the page.</summary>
    public required string Locale { get; init; }

    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<QuestionKind, int> Scores { get; init; } = new Dictionary<QuestionKind, int>();

    public IReadOnlyList<VerbatimReading> Verbatims { get; init; } = [];

    public required AnalysisState State { get; init; }

    public required bool Complete { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Of several verbatims the sentiment they agree on, else mixed; null where none was read.</summary>
    public string? Sentiment => Verbatims.Select(v => v.Sentiment).OfType<string>().Distinct().ToList() switch
    {
        [] => null,
        [var one] => one,
        _ => "mixed",
    };
}
