using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

/// <summary>
/// What was counted over a set of transactions. Counts of two disjoint sets merge by addition, in any order and grouping,
/// to the counts of both: whole histograms are kept, so that nothing is lost on the way from hours to months.
/// </summary>
public sealed class RollupCounts : IEquatable<RollupCounts>
{
    private static readonly FieldworkStage[] Stages = Enum.GetValues<FieldworkStage>();
    private static readonly QuestionKind[] Metrics = [.. Enum.GetValues<QuestionKind>().Where(k => Scale.Of(k) is not null)];

    /// <summary>The words of the sentiment analysis, in the order of their counts.</summary>
    public static readonly IReadOnlyList<string> Sentiments = ["positive", "neutral", "negative", "mixed"];

    private readonly int[] _stages = new int[Stages.Length];
    private readonly int[] _sentiments = new int[Sentiments.Count];
    private readonly Dictionary<QuestionKind, int[]> _histograms = Metrics.ToDictionary(m => m, m => new int[Scale.Of(m)!.Max - Scale.Of(m)!.Min + 1]);

    public static IReadOnlyList<QuestionKind> AllMetrics => Metrics;

    /// <summary>Transactions that reached the stage.</summary>
    public int Of(FieldworkStage stage) => _stages[(int)stage];

    /// <summary>Answers by value, from the scale's lowest to its highest.</summary>
    public IReadOnlyList<int> Histogram(QuestionKind metric) => _histograms[metric];

    /// <summary>Transactions whose verbatims were read this way; one of <see cref="Sentiments"/>.</summary>
    public int OfSentiment(string sentiment) => Sentiments.ToList().IndexOf(sentiment) is >= 0 and var i ? _sentiments[i] : 0;

    public bool IsEmpty => Equals(new RollupCounts());

    /// <summary>Adds one transaction.</summary>
    public void Count(Fact fact)
    {
        foreach (var stage in fact.Stages)
        {
            _stages[(int)stage]++;
        }
        foreach (var (metric, value) in fact.Scores)
        {
            if (Scale.Of(metric) is { } scale && scale.Holds(value))
            {
                _histograms[metric][value - scale.Min]++;
            }
        }
        if (Sentiments.ToList().IndexOf(fact.Sentiment ?? "") is >= 0 and var sentiment)
        {
            _sentiments[sentiment]++;
        }
    }

    public static RollupCounts Merge(IEnumerable<RollupCounts> parts)
    {
        var sum = new RollupCounts();
        foreach (var part in parts)
        {
            Add(sum._stages, part._stages);
            Add(sum._sentiments, part._sentiments);
            foreach (var metric in Metrics)
            {
                Add(sum._histograms[metric], part._histograms[metric]);
            }
        }
        return sum;
    }

    /// <summary>All counts by name, as stored and exported: a stage's own name, <c>Nps_0</c> …, <c>Sentiment_positive</c> ….</summary>
    public IEnumerable<(string Name, int Count)> Named() =>
        Stages.Select(s => ($"{s}", Of(s)))
            .Concat(Metrics.SelectMany(m => _histograms[m].Select((count, i) => ($"{m}_{i + Scale.Of(m)!.Min}", count))))
            .Concat(Sentiments.Select((s, i) => ($"Sentiment_{s}", _sentiments[i])));

    /// <summary>The other way round; what is not stored counts as 0, so that a row from before a new stage stays readable.</summary>
    public static RollupCounts FromNamed(Func<string, int?> stored)
    {
        var counts = new RollupCounts();
        foreach (var stage in Stages)
        {
            counts._stages[(int)stage] = stored($"{stage}") ?? 0;
        }
        foreach (var metric in Metrics)
        {
            for (var i = 0; i < counts._histograms[metric].Length; i++)
            {
                counts._histograms[metric][i] = stored($"{metric}_{i + Scale.Of(metric)!.Min}") ?? 0;
            }
        }
        for (var i = 0; i < Sentiments.Count; i++)
        {
            counts._sentiments[i] = stored($"Sentiment_{Sentiments[i]}") ?? 0;
        }
        return counts;
    }

    public bool Equals(RollupCounts? other) => other is not null && Named().SequenceEqual(other.Named());

    public override bool Equals(object? obj) => Equals(obj as RollupCounts);

    public override int GetHashCode() => Named().Aggregate(0, (hash, count) => HashCode.Combine(hash, count.Count));

    private static void Add(int[] sum, int[] part)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += part[i];
        }
    }
}
