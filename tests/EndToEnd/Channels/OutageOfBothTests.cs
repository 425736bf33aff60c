using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.EndToEnd.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

/// <summary>An hour without SMS and e-mail in which three hundred customers are unhappy.</summary>
public sealed partial class OutageOfBothTests
{
    private const int Alerts = 300;
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";
    private const string Director = "+12025550191";
    private static readonly TimeSpan Away = TimeSpan.FromHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_they_are_back_managers_know_within_a_minute_the_most_urgent_first_of_each_case_once()
    {
        using var programs = Programs.Changed("retail.json", program =>
        {
            var policy = program["alerts"]![0]!["case"]!;
            (policy["acknowledgeWithin"], policy["escalateTo"]) = ("PT30M", new JsonArray("regional", "manager"));
        });
        await using var scene = await Scene.StartAsync(change: programs.Use, notices: "0 * * * * *");
        var people = await Unhappy.AskedAsync(scene, Alerts);
        foreach (var service in new[] { "sms", "email" })
        {
            await scene.FaultsAsync(new { service, rate500 = 1.0 });
        }
        await TellOfAScoreAsync(scene);
        for (var minute = 0; minute < Away.TotalMinutes; minute++)
        {
            await people.AnswerAsync(Alerts / (int)Away.TotalMinutes);
            await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
        var cases = await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).ToListAsync(Stop);
        Assert.Equal(Alerts, cases.Count);
        var closed = cases.OrderBy(c => c.OpenedAt).Take(10).ToList();
        foreach (var c in closed)
        {
            await CloseAsync(scene, c);
        }
        Assert.Empty(await scene.MessagesAsync(Manager));

        var back = scene.Now;
        foreach (var service in new[] { "sms", "email" })
        {
            await scene.FaultsAsync(new { service, rate500 = 0.0 });
        }
        // Until the last deadline has passed and nothing new comes.
        await scene.AdvanceAsync(TimeSpan.FromMinutes(32));

        // Everybody who can still be helped is told of, once on each way; who was closed meanwhile is not.
        var left = cases.Except(closed).ToList();
        int Late(DateTimeOffset by) => left.Count(c => c.AcknowledgeBy <= by);
        foreach (var (to, channel, opened) in new[] { (Manager, Channel.Sms, left.Count), (ManagersMail, Channel.Email, left.Count), (Director, Channel.Sms, 0) })
        {
            var told = (await scene.MessagesAsync(to)).Select(m => (m.At, Subject: m.Subject ?? m.Text!.Split('\n')[0])).ToList();
            Assert.Equal((opened, left.Count), (told.Where(m => !IsLate(m.Subject) && m.Subject != "A score fell").Sum(m => CountOf(m.Subject)), told.Where(m => IsLate(m.Subject)).Sum(m => CountOf(m.Subject))));

            // What had waited: all of it within a minute, customers before deadlines that have passed before scores.
            var waited = told.TakeWhile(m => m.At <= back.AddMinutes(1)).ToList();
            Assert.Equal("A score fell", waited[^1].Subject);
            Assert.Equal(waited.OrderBy(m => m.Subject == "A score fell" ? 2 : IsLate(m.Subject) ? 1 : 0), waited);
            Assert.InRange(waited.Where(m => m.Subject != "A score fell").Sum(m => CountOf(m.Subject)), opened + Late(back), opened + Late(back.AddMinutes(1)));
            Say($"{channel} to {to}: {waited.Sum(m => CountOf(m.Subject))} notices in {waited.Count} messages, {waited[0].At - back}, {waited[waited.Count / 2].At - back}, {waited[^1].At - back} (first, median, last) after the service was back: {string.Join(" | ", waited.Select(m => m.Subject))}");
        }
        foreach (var channel in new[] { Channel.Sms, Channel.Email })
        {
            Assert.False(await scene.Services.GetRequiredService<WaitingNoticeStore>().AnyAsync(channel, Stop));
        }
        Assert.Equal(Alerts - closed.Count, (await scene.Services.GetRequiredService<OpenCaseList>().FirstAsync("retail", null, 1000, 1000, Stop)).Count);
    }

    private static void Say(FormattableString measured) => TestContext.Current.TestOutputHelper!.WriteLine(measured.ToString(CultureInfo.InvariantCulture));

    private static async Task TellOfAScoreAsync(Scene scene)
    {
        var notice = new ManagerNotice(1, "score", "retail", ["manager", "regional"], [Channel.Sms, Channel.Email], "A score fell", ["NPS 2."], new Uri("https://cx.example/dashboard"), NoticeUrgency.Score);
        await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Notices, notice, cancellationToken: Stop);
        await scene.WhenIdleAsync();
    }

    private static async Task CloseAsync(Scene scene, Case c)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "resolve", ["who"] = "Rosa", ["outcome"] = "Settled" });
        using var answer = await scene.Http.PostAsync($"/cases/{c.Token}", form, Stop);
        Assert.Equal(303, (int)answer.StatusCode);
        await scene.WhenIdleAsync();
    }

    private static bool IsLate(string subject) => subject.Contains("in time", StringComparison.Ordinal);

    private static int CountOf(string subject) => Count().Match(subject) is { Success: true } many ? int.Parse(many.Value, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex(@"(?<=: )\d+(?= (?:more )?(?:unhappy|cases))")]
    private static partial Regex Count();
}
