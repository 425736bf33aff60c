namespace CxFunctions.Rollups;

/// <summary>How facts become hours, and hours days and months: counting and merging, nothing else.</summary>
public static class RollupRules
{
    /// <summary>The hour in total, by channel, and by each dimension that the facts carry.</summary>
    public static IReadOnlyList<Rollup> CountHour(string program, string touchpoint, DateTimeOffset hour, IEnumerable<Fact> facts)
    {
        var counts = new Dictionary<RollupKey, RollupCounts>();
        foreach (var fact in facts)
        {
            foreach (var (dimension, value) in PlacesOf(fact))
            {
                var key = new RollupKey(program, touchpoint, dimension, value, Grain.Hour);
                if (!counts.TryGetValue(key, out var count))
                {
                    counts.Add(key, count = new RollupCounts());
                }
                count.Count(fact);
            }
        }
        return [.. counts.Select(c => new Rollup(c.Key, hour, c.Value))];
    }

    /// <summary>Merges parts, of finer grain or of single touchpoints, into the buckets of the touchpoint and grain given.</summary>
    public static IReadOnlyList<Rollup> Merge(ProgramCalendar calendar, string touchpoint, Grain grain, IEnumerable<Rollup> parts) =>
        [.. parts
            .GroupBy(p => (Key: p.Key with { Touchpoint = touchpoint, Grain = grain }, Bucket: calendar.Of(grain, p.Bucket)))
            .Select(g => new Rollup(g.Key.Key, g.Key.Bucket, RollupCounts.Merge(g.Select(p => p.Counts))))];

    private static IEnumerable<(string Dimension, string Value)> PlacesOf(Fact fact)
    {
        yield return (RollupKey.All, RollupKey.All);
        if (fact.Channel is { } channel)
        {
            yield return (RollupKey.Channel, $"{channel}".ToLowerInvariant());
        }
        foreach (var (dimension, value) in fact.Dimensions.Where(d => d.Key != RollupKey.Channel))
        {
            yield return (dimension, value);
        }
    }
}
