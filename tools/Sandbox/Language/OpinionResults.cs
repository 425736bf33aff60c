using CxFunctions.Sandbox.Language.Sentiment;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language;

/// <summary>Targets and assessments in the shape of the service: two scores, no neutral one.</summary>
internal static class OpinionResults
{
    public static object Target(string text, SentenceSentiment sentence, Opinion opinion, TextUnits units, Func<int, string> pointer)
    {
        var token = sentence.Tokens[opinion.Token];
        var values = opinion.Assessments.Select(a => sentence.Assessments[a].Value).ToList();
        return new
        {
            sentiment = values.TrueForAll(v => v > 0) ? "positive" : values.TrueForAll(v => v < 0) ? "negative" : "mixed",
            confidenceScores = Confidence(values.Where(v => v > 0).Sum(), -values.Where(v => v < 0).Sum()),
            offset = units.At(token.Start),
            length = units.Length(token.Start, token.End),
            text = text[token.Start..token.End],
            relations = opinion.Assessments.Select(a => new { relationType = "assessment", @ref = pointer(a) }),
        };
    }

    public static object Assessment(string text, SentenceSentiment sentence, Assessment assessment, TextUnits units)
    {
        var (start, end) = (sentence.Tokens[assessment.First].Start, sentence.Tokens[assessment.Last].End);
        return new
        {
            sentiment = assessment.Value > 0 ? "positive" : "negative",
            confidenceScores = Confidence(Math.Max(0, assessment.Value), Math.Max(0, -assessment.Value)),
            offset = units.At(start),
            length = units.Length(start, end),
            text = text[start..end],
            isNegated = assessment.IsNegated,
        };
    }

    private static object Confidence(double positive, double negative)
    {
        // Never quite certain.
        var share = Math.Clamp((positive + 0.05) / (positive + negative + 0.1), 0.01, 0.99);
        var shown = Math.Round(share, 2);
        return new { positive = shown, negative = Math.Round(1 - shown, 2) };
    }
}
