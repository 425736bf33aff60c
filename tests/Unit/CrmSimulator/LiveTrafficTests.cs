using CxFunctions.CrmSimulator.Sending;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class LiveTrafficTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TheSameSeedSendsTheSameBytes()
    {
        var crm = new StandardCrm(CxFunctions.CrmSimulator.LocalSecrets.Standard);
        Assert.Equal(crm.Write(First(100, seed: 5)), crm.Write(First(100, seed: 5)));
        Assert.NotEqual(crm.Write(First(100, seed: 5)), crm.Write(First(100, seed: 6)));
    }

    [Fact]
    public void SomeIsSentTwiceSomeTooLateAndSomeWithoutConsent()
    {
        var traffic = First(1000, seed: 5);
        Assert.InRange(traffic.Count - traffic.DistinctBy(t => t.Id).Count(), 5, 50);
        Assert.InRange(traffic.Count(t => Now - t.OccurredAt > TimeSpan.FromHours(48)), 5, 60);
        Assert.InRange(traffic.Count(t => !t.Person.ConsentsToSms && !t.Person.ConsentsToEmail), 10, 80);
        Assert.InRange(traffic.GroupBy(t => t.Person.Id).Count(g => g.Count() > 1), 5, 200);
    }

    [Fact]
    public void NothingHappensInTheFuture() => Assert.All(First(1000, seed: 5), t => Assert.True(t.OccurredAt <= Now));

    [Fact]
    public void CallsAreMoreFrequentBeforeNoonThanAtNight()
    {
        var chance = CxFunctions.CrmSimulator.Chance.Of(1, "day");
        var lima = TimeZoneInfo.FindSystemTimeZoneById("America/Lima");
        var hours = Enumerable.Range(0, 2000)
            .Select(_ => TimeZoneInfo.ConvertTime(DayProfile.Draw(chance, Now, Now.AddDays(1), "America/Lima"), lima).Hour)
            .ToList();
        Assert.True(hours.Count(h => h == 11) > 4 * hours.Count(h => h == 20));
        Assert.DoesNotContain(3, hours);
    }

    private static List<CrmTransaction> First(int count, int seed) =>
        [.. Enumerable.Range(0, count).Select(number => new LiveTraffic(seed).At(number, Now))];
}
