using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>How metrics, scores and counts are said on staff pages: English, whole numbers.</summary>
public static class ScoreWords
{
    public static string Name(QuestionKind metric) => metric switch
    {
        QuestionKind.Nps => "NPS",
        QuestionKind.Csat => "CSAT",
        _ => "CES",
    };

    /// <summary>What the score is, for people who do not live with the abbreviation.</summary>
    public static string Meaning(QuestionKind metric) => metric switch
    {
        QuestionKind.Nps => "Net Promoter Score: promoters (9–10) minus detractors (0–6), from −100 to 100",
        QuestionKind.Csat => "Customer satisfaction: share who answered 4 or 5 of 5",
        _ => "Customer effort: share who found it easy, 5 to 7 of 7",
    };

    public static string Score(QuestionKind metric, double score) => metric == QuestionKind.Nps ? Signed(score) : $"{Whole(score)}\u00A0%";

    public static string Interval(QuestionKind metric, MetricScore score) =>
        metric == QuestionKind.Nps ? $"{Signed(score.Low)} to {Signed(score.High)}" : $"{Whole(score.Low)} to {Whole(score.High)}\u00A0%";

    public static string N(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(MetricScore? rate) => rate is null ? "–" : $"{Whole(rate.Score)}\u00A0%";

    /// <summary>A dimension, or a sentiment, as the beginning of a sentence.</summary>
    public static string Sentence(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' ');

    private static string Signed(double score) => Whole(score) is var text && text is "0" or "-0" ? "0" : score > 0 ? $"+{text}" : text.Replace('-', '−');

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}
