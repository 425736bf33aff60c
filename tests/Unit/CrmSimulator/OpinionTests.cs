using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class OpinionTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 5)]
    [InlineData(1, 7)]
    public void EveryScoreLiesOnItsScaleAndTheWholeScaleIsUsed(int min, int max)
    {
        var scores = Enumerable.Range(0, 1000).Select(i => new Opinion(i / 1000.0, null).ScoreOn(min, max)).ToList();
        Assert.Equal(Enumerable.Range(min, max - min + 1), scores.Distinct().Order());
    }

    [Fact]
    public void TheTroubledBranchIsWorseAndABadDayMakesItWorseStill()
    {
        var usual = Nps(troubled: false, badDay: false);
        var troubled = Nps(troubled: true, badDay: false);
        var worst = Nps(troubled: true, badDay: true);
        Assert.True(usual > troubled + 20, $"{usual} against {troubled}");
        Assert.True(troubled > worst + 20, $"{troubled} against {worst}");
        Assert.True(Nps(troubled: null, badDay: false) - Nps(troubled: null, badDay: true) > 15);
    }

    [Fact]
    public void HundredsOfDifferentThingsAreSaidInThreeLanguages()
    {
        var words = Sample().Select(t => Opinion.Of(1, t, false).Words).OfType<string>().ToList();
        Assert.True(words.Distinct().Count() > 400, $"{words.Distinct().Count()}");
        Assert.Contains(words, w => w.Contains("ventanilla", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("caixa", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("counter", StringComparison.Ordinal));
    }

    [Fact]
    public void SomeGiveAwayWhoTheyAre()
    {
        var said = Sample().Select(t => (t.Person, Opinion.Of(1, t, true).Words)).ToList();
        Assert.Contains(said, s => s.Words?.Contains(s.Person.Phone, StringComparison.Ordinal) == true);
        Assert.Contains(said, s => s.Words?.Contains(s.Person.Email, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void TheSameSeedThinksTheSame() =>
        Assert.Equal(Sample().Select(t => Opinion.Of(4, t, false)), Sample().Select(t => Opinion.Of(4, t, false)));

    private static double Nps(bool? troubled, bool badDay)
    {
        var scores = Sample(3000)
            .Where(t => t.Program == "bank" && (troubled is null || t.Place == Company.Bank.TroubledPlace == troubled))
            .Select(t => Opinion.Of(1, t, badDay).ScoreOn(0, 10)).ToList();
        return 100.0 * (scores.Count(s => s >= 9) - scores.Count(s => s <= 6)) / scores.Count;
    }

    private static IEnumerable<CrmTransaction> Sample(int count = 1500)
    {
        var traffic = new LiveTraffic(9);
        return Enumerable.Range(0, count).Select(n => traffic.At(n, new DateTimeOffset(2026, 3, 4, 15, 0, 0, TimeSpan.Zero)));
    }
}
