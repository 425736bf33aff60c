using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>How numbers and times are said on staff pages: English, whole numbers, UTC.</summary>
public static class Words
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

    /// <summary>A bucket's name: 22 Nov 14:00, 22 Nov, Nov 2026.</summary>
    public static string Bucket(Grain grain, DateTimeOffset bucket) => bucket.UtcDateTime.ToString(
        grain switch { Grain.Hour => "d MMM HH:mm", Grain.Day => "d MMM", _ => "MMM yyyy" }, CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>12 min ago; in 3 h.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = (at - now).Duration();
        var text = distance switch
        {
            { TotalMinutes: < 1 } => null,
            { TotalHours: < 1 } => $"{(int)distance.TotalMinutes} min",
            { TotalDays: < 2 } => distance is { TotalHours: < 10, Minutes: > 0 } ? $"{(int)distance.TotalHours} h {distance.Minutes} min" : $"{(int)distance.TotalHours} h",
            _ => $"{(int)distance.TotalDays} days",
        };
        return text is null ? "now" : at > now ? $"in {text}" : $"{text} ago";
    }

    public static string Spend(SpendKind kind) => kind switch
    {
        SpendKind.SmsSegment => "SMS segments to customers",
        SpendKind.Email => "E-mails to customers",
        SpendKind.NoticeSmsSegment => "SMS segments to managers",
        SpendKind.NoticeEmail => "E-mails to managers",
        _ => "Language text records",
    };

    public static string Sentence(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' ');

    private static string Signed(double score) => Whole(score) is var text && text is "0" or "-0" ? "0" : score > 0 ? $"+{text}" : text.Replace('-', '−');

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}
