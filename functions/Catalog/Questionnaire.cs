using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>A very short survey: one score and why.</summary>
public sealed record Questionnaire
{
    public required string Id { get; init; }

    [Description("1 to 5 questions; exactly one score of each metric at most, the first question is a score.")]
    public required IReadOnlyList<Question> Questions { get; init; }

    [Description("What the respondent reads when all is saved.")]
    public required LocalizedText Thanks { get; init; }
}

public sealed record Question
{
    [Description("Lower-case letters, digits and hyphens; unique in the questionnaire.")]
    public required string Id { get; init; }

    public required QuestionKind Kind { get; init; }

    public required LocalizedText Text { get; init; }

    [Description("What the lowest value means; required for scores.")]
    public LocalizedText? Low { get; init; }

    [Description("What the highest value means; required for scores.")]
    public LocalizedText? High { get; init; }

    [Description("Verbatims: at most this many characters, 1 to 2000.")]
    public int MaxLength { get; init; } = 1000;

    [Description("Scores are required, verbatims are not, unless said otherwise.")]
    public bool? Required { get; init; }

    public bool IsRequired => Required ?? Kind != QuestionKind.Verbatim;

    /// <summary>The score's scale, or null for a verbatim.</summary>
    public Scale? Scale => Scale.Of(Kind);
}

/// <summary>What is asked for.</summary>
public enum QuestionKind
{
    /// <summary>Net Promoter Score: likelihood to recommend, 0 to 10 (Reichheld, "The One Number You Need to Grow", HBR December 2003).</summary>
    Nps,

    /// <summary>Customer Satisfaction: 1 to 5; the score is the share of 4 and 5 (top two box).</summary>
    Csat,

    /// <summary>Customer Effort Score 2.0: agreement that it was easy, 1 to 7; the score is the share of 5 to 7 (CEB/Gartner).</summary>
    Ces,

    /// <summary>The customer's own words.</summary>
    Verbatim,
}

/// <summary>Lowest and highest value of a score, both inclusive.</summary>
public sealed record Scale(int Min, int Max)
{
    public bool Holds(int value) => value >= Min && value <= Max;

    public static Scale? Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Nps => new Scale(0, 10),
        QuestionKind.Csat => new Scale(1, 5),
        QuestionKind.Ces => new Scale(1, 7),
        _ => null,
    };
}
