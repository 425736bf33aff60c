namespace CxFunctions.Sentiment;

/// <summary>What was said about something.</summary>
/// <param name="Target">The thing, in the customer's words.</param>
/// <param name="Sentiment">positive, negative or mixed.</param>
/// <param name="Assessments">The words about it.</param>
public sealed record Opinion(string Target, string Sentiment, IReadOnlyList<string> Assessments);

/// <summary>A verbatim as it may be kept: masked, with what the analysis found in it.</summary>
public sealed record VerbatimReading
{
    public required string QuestionId { get; init; }

    /// <summary>The revision of the answer that brought these words; later ones may leave them out without taking them back.</summary>
    public int Revision { get; init; }

    public AnalysisState State { get; init; } = AnalysisState.Done;

    /// <summary>Personal data replaced by asterisks.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639-1: the page's own unless the words spoke for another.</summary>
    public required string Language { get; init; }

    /// <summary>positive, neutral, negative or mixed; null where it was not read.</summary>
    public string? Sentiment { get; init; }

    /// <summary>Confidence, 0 to 1; the three add up to 1 where it was read.</summary>
    public double Positive { get; init; }

    public double Neutral { get; init; }

    public double Negative { get; init; }

    public IReadOnlyList<string> KeyPhrases { get; init; } = [];

    public IReadOnlyList<Opinion> Opinions { get; init; } = [];
}
