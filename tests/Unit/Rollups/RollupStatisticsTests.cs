using CxFunctions.Rollups;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Rollups;

public class RollupStatisticsTests
{
    // By hand: score = 100 (P - D) / n; p = (P + 3/4)/(n + 3), d = (D + 3/4)/(n + 3), margin = z sqrt((p + d - (p - d)²)/(n + 3)), z = 1.959964.
    [Theory]
    [InlineData(1, 0, 0, 100.0, -48.499, 100.0)] // p .4375, d .1875: .25 ± z · .375
    [InlineData(0, 0, 1, -100.0, -100.0, 48.499)]
    [InlineData(0, 1, 0, 0.0, -60.011, 60.011)] // p = d = .1875: 0 ± z · sqrt(.375/4)
    [InlineData(50, 30, 20, 30.0, 14.051, 44.201)] // p .492718, d .201456: .291262 ± z · sqrt(.609341/103)
    [InlineData(5, 0, 5, 0.0, -51.127, 51.127)] // p = d = 5.75/13: 0 ± z · sqrt(.884615/13)
    [InlineData(0, 0, 0, null, null, null)]
    public void Nps_has_the_score_and_interval_of_its_definition(int promoters, int passives, int detractors, double? score, double? low, double? high) =>
        Same(RollupStatistics.Nps(promoters, passives, detractors), score, low, high);

    // By hand: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n), z = 1.959964.
    [Theory]
    [InlineData(0, 1, 0.0, 0.0, 79.345)]
    [InlineData(1, 1, 100.0, 20.655, 100.0)]
    [InlineData(5, 10, 50.0, 23.659, 76.341)]
    [InlineData(0, 10, 0.0, 0.0, 27.753)]
    [InlineData(80, 100, 80.0, 71.117, 86.663)]
    [InlineData(0, 0, null, null, null)]
    public void A_share_has_the_interval_of_Wilson(int hits, int n, double? score, double? low, double? high) =>
        Same(RollupStatistics.Share(hits, n), score, low, high);

    [Fact]
    public void No_interval_leaves_its_score_or_its_scale()
    {
        for (var promoters = 0; promoters <= 15; promoters++)
        {
            for (var passives = 0; passives <= 15; passives++)
            {
                for (var detractors = promoters + passives == 0 ? 1 : 0; detractors <= 15; detractors++)
                {
                    var nps = RollupStatistics.Nps(promoters, passives, detractors)!;
                    Assert.Equal(promoters + passives + detractors, nps.N);
                    Assert.InRange(nps.Score, nps.Low, nps.High);
                    Assert.InRange(nps.Low, -100, 100);
                    Assert.InRange(nps.High, -100, 100);
                }
            }
        }
        for (var n = 1; n <= 60; n++)
        {
            for (var hits = 0; hits <= n; hits++)
            {
                var share = RollupStatistics.Share(hits, n)!;
                Assert.InRange(share.Score, share.Low, share.High);
                Assert.InRange(share.Low, 0, 100);
                Assert.InRange(share.High, 0, 100);
            }
        }
    }

    [Fact]
    public void Fewer_answers_of_the_same_kind_are_less_certain() =>
        Prop.ForAll(Counts.ToArbitrary(), c =>
            Width(RollupStatistics.Nps(c.A, c.B, c.C)) > Width(RollupStatistics.Nps(4 * c.A, 4 * c.B, 4 * c.C))
            && Width(RollupStatistics.Share(c.A, c.A + c.B + c.C)) > Width(RollupStatistics.Share(4 * c.A, 4 * (c.A + c.B + c.C)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Promoters_and_detractors_mirror_each_other() =>
        Prop.ForAll(Counts.ToArbitrary(), c =>
        {
            var (here, there) = (RollupStatistics.Nps(c.A, c.B, c.C)!, RollupStatistics.Nps(c.C, c.B, c.A)!);
            return Math.Abs(here.Score + there.Score) < 1e-9 && Math.Abs(here.Low + there.High) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_hits_than_answers_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => RollupStatistics.Share(2, 1));

    private static readonly Gen<(int A, int B, int C)> Counts =
        from a in Gen.Choose(0, 500)
        from b in Gen.Choose(0, 500)
        from c in Gen.Choose(0, 500)
        where a + b + c > 0
        select (a, b, c);

    private static double Width(MetricScore? score) => score!.High - score.Low;

    private static void Same(MetricScore? found, double? score, double? low, double? high)
    {
        if (score is null)
        {
            Assert.Null(found);
            return;
        }
        Assert.Equal(score.Value, found!.Score, 0.001);
        Assert.Equal(low!.Value, found.Low, 0.001);
        Assert.Equal(high!.Value, found.High, 0.001);
    }
}
