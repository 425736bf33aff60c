using CxFunctions.Catalog;
using CxFunctions.LocalHost.Demo.Evidence;
using CxFunctions.Responses;
using CxFunctions.Rollups;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class RollupChecks
{
    /// <summary>Hour by hour and value by value: what is stored as answered is what is counted.</summary>
    public static Finding CountedOnce(DemoEvidence e)
    {
        var counted = e.Hours.ToDictionary(hour => (hour.Key.Program, hour.Key.Touchpoint, hour.Bucket));
        var answered = e.Responses.Values
            .SelectMany(r => new[] { (r.Program, r.Touchpoint, Response: r), (r.Program, Touchpoint: RollupKey.All, Response: r) })
            .GroupBy(x => (x.Program, x.Touchpoint, Hour: CalendarOf(e, x.Program).Of(Grain.Hour, x.Response.Ref.OccurredAt)), x => x.Response)
            .ToDictionary(group => group.Key, group => group.ToList());
        var breaches = new List<string>();
        foreach (var place in counted.Keys.Union(answered.Keys))
        {
            var (hour, responses) = (counted.GetValueOrDefault(place), answered.GetValueOrDefault(place) ?? []);
            breaches.AddRange(RollupCounts.AllMetrics
                .Where(metric => !Histogram(metric, responses).SequenceEqual(hour?.Counts.Histogram(metric) ?? new int[Width(metric)]))
                .Select(metric => $"{place.Program}/{place.Touchpoint} {place.Item3:MM-dd HH}h {metric}: {Histogram(metric, responses).Sum()} stored, {hour?.N(metric) ?? 0} counted"));
        }
        return new($"{e.Responses.Count} stored answers in {counted.Count} hours", breaches);
    }

    public static Finding DaysAreHours(DemoEvidence e)
    {
        var sums = e.Hours
            .GroupBy(hour => (hour.Key.Program, hour.Key.Touchpoint, Day: CalendarOf(e, hour.Key.Program).Of(Grain.Day, hour.Bucket)))
            .ToDictionary(group => group.Key, group => RollupCounts.Merge(group.Select(hour => hour.Counts)));
        var days = e.Days.ToDictionary(day => (day.Key.Program, day.Key.Touchpoint, Day: day.Bucket), day => day.Counts);
        return new(
            $"{days.Count} days",
            [.. sums.Keys.Union(days.Keys)
                .Where(key => !(sums.GetValueOrDefault(key) ?? new()).Equals(days.GetValueOrDefault(key) ?? new()))
                .Select(key => $"{key.Program}/{key.Touchpoint} {key.Day:yyyy-MM-dd} differs")]);
    }

    private static int[] Histogram(QuestionKind metric, IReadOnlyList<StoredResponse> responses)
    {
        var counts = new int[Width(metric)];
        foreach (var response in responses.Where(r => r.Scores.ContainsKey(metric)))
        {
            counts[response.Scores[metric] - Scale.Of(metric)!.Min]++;
        }
        return counts;
    }

    private static int Width(QuestionKind metric) => Scale.Of(metric)!.Max - Scale.Of(metric)!.Min + 1;

    private static ProgramCalendar CalendarOf(DemoEvidence e, string program) => ProgramCalendar.Of(e.Catalog.Find(program));
}
