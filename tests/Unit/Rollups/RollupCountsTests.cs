using CxFunctions.Catalog;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using FsCheck;
using FsCheck.Fluent;
using CountedFact = CxFunctions.Rollups.Fact;

namespace CxFunctions.Tests.Unit.Rollups;

public class RollupCountsTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<CountedFact> Facts =
        from journey in Gen.Choose(1, 1_000_000)
        from minute in Gen.Choose(0, (40 * 24 * 60) - 1)
        from touchpoint in Gen.Elements("branch", "loan")
        from branch in Gen.Elements("Lima", "Cusco", "Arequipa")
        from channel in Gen.Elements<Channel?>(null, Channel.Sms, Channel.Email)
        from nps in Gen.Choose(-1, 10)
        from ces in Gen.Choose(0, 7)
        from stages in Gen.SubListOf(Enum.GetValues<FieldworkStage>())
        select new CountedFact
        {
            JourneyId = $"j{journey}",
            Program = "bank",
            Touchpoint = touchpoint,
            OccurredAt = Midnight.AddMinutes(minute),
            Dimensions = new Dictionary<string, string> { ["branch"] = branch },
            Channel = channel,
            Stages = stages.ToHashSet(),
            Scores = new Dictionary<QuestionKind, int>(new[] { (QuestionKind.Nps, nps), (QuestionKind.Ces, ces) }
                .Where(s => Scale.Of(s.Item1)!.Holds(s.Item2)).Select(s => KeyValuePair.Create(s.Item1, s.Item2))),
        };

    [Fact]
    public void Merging_counts_is_commutative_and_associative_and_keeps_every_answer() =>
        Prop.ForAll(Gen.ArrayOf(Facts).Three().ToArbitrary(), t =>
        {
            var (a, b, c) = (Count(t.Item1), Count(t.Item2), Count(t.Item3));
            var whole = Count(t.Item1.Concat(t.Item2).Concat(t.Item3));
            return RollupCounts.Merge([a, b]).Equals(RollupCounts.Merge([b, a]))
                && RollupCounts.Merge([RollupCounts.Merge([a, b]), c]).Equals(RollupCounts.Merge([a, RollupCounts.Merge([b, c])]))
                && RollupCounts.Merge([a, b, c]).Equals(whole);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("UTC"), InlineData("America/Lima"), InlineData("Asia/Kolkata"), InlineData("Asia/Kathmandu")]
    public void Months_from_days_from_hours_say_the_same_as_counting_the_month(string zone) =>
        Prop.ForAll(Gen.ArrayOf(Facts).ToArbitrary(), facts =>
        {
            var calendar = new ProgramCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone));
            var hours = facts.GroupBy(f => (f.Program, f.Touchpoint, Hour: calendar.Of(Grain.Hour, f.OccurredAt)))
                .SelectMany(h => RollupRules.CountHour(h.Key.Program, h.Key.Touchpoint, h.Key.Hour, h)).ToList();
            var all = RollupRules.Merge(calendar, RollupKey.All, Grain.Hour, hours);
            var months = RollupRules.Merge(calendar, RollupKey.All, Grain.Month, RollupRules.Merge(calendar, RollupKey.All, Grain.Day, all));
            return facts.GroupBy(f => calendar.Of(Grain.Month, f.OccurredAt)).All(month =>
                Found(months, RollupKey.All, RollupKey.All, month.Key).Equals(Count(month))
                && month.GroupBy(f => f.Dimensions["branch"]).All(b => Found(months, "branch", b.Key, month.Key).Equals(Count(b)))
                && month.Where(f => f.Channel is not null).GroupBy(f => f.Channel!.Value)
                    .All(c => Found(months, RollupKey.Channel, c.Key == Channel.Sms ? "sms" : "email", month.Key).Equals(Count(c))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_stored_by_name_reads_back_the_same() =>
        Prop.ForAll(Gen.ArrayOf(Facts).ToArbitrary(), facts =>
        {
            var counts = Count(facts);
            var stored = counts.Named().ToDictionary(c => c.Name, c => c.Count);
            return RollupCounts.FromNamed(name => stored.TryGetValue(name, out var count) ? count : null).Equals(counts);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, "detractor"), InlineData(6, "detractor"), InlineData(7, "passive"), InlineData(8, "passive"), InlineData(9, "promoter"), InlineData(10, "promoter")]
    public void Who_is_a_promoter_is_fixed_by_definition(int value, string kind)
    {
        var rollup = Of(QuestionKind.Nps, value);
        Assert.Equal(kind, rollup.Promoters == 1 ? "promoter" : rollup.Passives == 1 ? "passive" : rollup.Detractors == 1 ? "detractor" : "none");
        Assert.Equal(1, rollup.N(QuestionKind.Nps));
    }

    [Theory]
    [InlineData(1, 0), InlineData(2, 0), InlineData(3, 0), InlineData(4, 100), InlineData(5, 100)]
    public void Csat_is_the_top_two_box(int value, double score) => Assert.Equal(score, Of(QuestionKind.Csat, value).ScoreOf(QuestionKind.Csat)!.Score);

    [Theory]
    [InlineData(1, 0), InlineData(4, 0), InlineData(5, 100), InlineData(6, 100), InlineData(7, 100)]
    public void Ces_is_the_share_that_found_it_easy(int value, double score) => Assert.Equal(score, Of(QuestionKind.Ces, value).ScoreOf(QuestionKind.Ces)!.Score);

    [Fact]
    public void A_metric_nobody_answered_has_no_score_and_a_touchpoint_nobody_was_invited_at_no_rate()
    {
        var empty = new Rollup(RollupKey.Total("bank", "branch", Grain.Day), Midnight, new RollupCounts());
        Assert.Null(empty.ScoreOf(QuestionKind.Nps));
        Assert.Null(empty.ResponseRate);
    }

    [Fact]
    public void The_response_rate_is_answered_of_invited_and_waits_for_an_invitation_that_is_overtaken()
    {
        Assert.Equal(50, Rate([FieldworkStage.Invited, FieldworkStage.Answered], [FieldworkStage.Invited])!.Score);
        Assert.Equal(100, Rate([FieldworkStage.Invited, FieldworkStage.Answered], [FieldworkStage.Answered])!.Score);
    }

    private static MetricScore? Rate(params FieldworkStage[][] facts) =>
        new Rollup(RollupKey.Total("bank", "branch", Grain.Day), Midnight, Count(facts.Select((stages, i) => Empty($"j{i}") with { Stages = stages.ToHashSet() }))).ResponseRate;

    private static Rollup Of(QuestionKind metric, int value) => new(RollupKey.Total("bank", "branch", Grain.Day), Midnight,
        Count([Empty("j") with { Scores = new Dictionary<QuestionKind, int> { [metric] = value } }]));

    private static CountedFact Empty(string journey) => new() { JourneyId = journey, Program = "bank", Touchpoint = "branch", OccurredAt = Midnight };

    private static RollupCounts Count(IEnumerable<CountedFact> facts)
    {
        var counts = new RollupCounts();
        facts.ToList().ForEach(counts.Count);
        return counts;
    }

    private static RollupCounts Found(IEnumerable<Rollup> rollups, string dimension, string value, DateTimeOffset bucket) =>
        rollups.Single(r => r.Key.Dimension == dimension && r.Key.Value == value && r.Bucket == bucket).Counts;
}
