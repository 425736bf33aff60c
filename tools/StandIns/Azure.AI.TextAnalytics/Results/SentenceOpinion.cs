using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>A target and the judgements passed on it.</summary>
public readonly struct SentenceOpinion
{
    internal SentenceOpinion(JsonElement target, JsonElement results)
    {
        Target = new(target);
        Assessments =
        [
            .. target.GetProperty("relations").EnumerateArray()
                .Where(relation => relation.GetProperty("relationType").ValueEquals("assessment"))
                .Select(relation => new AssessmentSentiment(SentimentJson.Resolve(results, relation.GetProperty("ref").GetString()!))),
        ];
    }

    public TargetSentiment Target { get; }

    public IReadOnlyCollection<AssessmentSentiment> Assessments { get; }
}
