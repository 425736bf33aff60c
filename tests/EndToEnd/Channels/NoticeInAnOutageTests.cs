using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

public sealed class NoticeInAnOutageTests
{
    private const string EveryMinute = "0 * * * * *";
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_an_hour_without_SMS_managers_are_told_by_mail_at_once_and_by_SMS_when_it_is_back_the_most_urgent_first_and_each_once()
    {
        await using var scene = await Scene.StartAsync(notices: EveryMinute);
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        await TellAsync(scene, "score", NoticeUrgency.Score);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(20));
        await TellAsync(scene, "overdue", NoticeUrgency.Overdue);
        await TellAsync(scene, "customer", NoticeUrgency.Customer);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(40));

        Assert.Equal(["score", "overdue", "customer"], (await scene.MessagesAsync(ManagersMail)).Select(m => m.Subject));
        Assert.Empty(await scene.MessagesAsync(Manager));

        await scene.FaultsAsync(new { service = "sms", rate500 = 0.0 });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));

        var told = await scene.MessagesAsync(Manager);
        Assert.Equal(["customer", "overdue", "score"], told.Select(m => m.Text!.Split('\n')[0]));
        Assert.All(told, m => Assert.Equal(Scene.Ten.AddMinutes(61), m.At));
        Assert.All(told, m => Assert.Contains("This comes late: it is of 2026-11-23 10:", m.Text, StringComparison.Ordinal));
        Assert.Equal(3, (await scene.MessagesAsync(ManagersMail)).Count);
        Assert.False(await scene.Services.GetRequiredService<WaitingNoticeStore>().AnyAsync(Channel.Sms, Stop));
    }

    [Fact]
    public async Task What_is_new_waits_behind_those_who_wait_and_a_service_that_is_away_is_asked_once_a_minute()
    {
        await using var scene = await Scene.StartAsync(notices: EveryMinute);
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        await TellAsync(scene, "customer", NoticeUrgency.Customer);
        await scene.FaultsAsync(new { service = "sms", rate500 = 0.0 });
        await TellAsync(scene, "score", NoticeUrgency.Score);
        Assert.Empty(await scene.MessagesAsync(Manager));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["customer", "score"], (await scene.MessagesAsync(Manager)).Select(m => m.Text!.Split('\n')[0]));
    }

    [Fact]
    public async Task Nobody_is_told_late_of_a_case_that_is_closed_meanwhile()
    {
        await using var scene = await Scene.StartAsync(notices: EveryMinute);
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        var invitation = (await scene.MessagesAsync())[0];
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        await scene.AnswerAsync(invitation, complete: true, score: 2);
        var path = Assert.Single(await scene.MessagesAsync(ManagersMail)).CasePath;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "resolve", ["who"] = "Rosa", ["outcome"] = "Settled" });
        (await scene.Http.PostAsync(path, form, Stop)).Dispose();
        await scene.FaultsAsync(new { service = "sms", rate500 = 0.0 });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Empty(await scene.MessagesAsync(Manager));
    }

    [Fact]
    public async Task After_a_day_a_notice_lies_in_poison_with_its_reason_and_put_back_it_is_told_after_all()
    {
        // Every ten minutes spares the clock a thousand stops.
        await using var scene = await Scene.StartAsync(notices: "0 */10 * * * *");
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        await TellAsync(scene, "customer", NoticeUrgency.Customer);
        await scene.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await PoisonAsync(scene)).GetProperty("poison").GetInt32());
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));

        var message = Assert.Single((await PoisonAsync(scene)).GetProperty("messages").EnumerateArray());
        Assert.Equal("It waited 24 hours and did not go out: service-out-of-reach (500).", message.GetProperty("reason").GetProperty("sentence").GetString());

        await scene.FaultsAsync(new { service = "sms", rate500 = 0.0 });
        using var replay = await scene.Http.PostAsync($"/api/poison/notices/replay?code={scene.HostKey}", null, Stop);
        Assert.Equal("""{"queue":"notices","replayed":1,"more":false}""", await replay.Content.ReadAsStringAsync(Stop));
        await scene.WhenIdleAsync();
        Assert.Single(await scene.MessagesAsync(Manager));
        Assert.Single(await scene.MessagesAsync(ManagersMail));
    }

    [Fact]
    public async Task What_was_told_with_others_is_told_no_more_when_the_queue_brings_it_again_and_one_that_may_have_gone_out_alone_is_told_alone()
    {
        await using var scene = await Scene.StartAsync(notices: EveryMinute);
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        await SendAsync(0, 8);
        await scene.FaultsAsync(new { service = "sms", rate500 = 0.0 });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));

        // The service was asked for the first of them while it was away: that message goes out once, under its own name.
        Assert.Equal(2, (await scene.MessagesAsync(Manager)).Count);
        Assert.Contains(await scene.MessagesAsync(Manager), m => m.Text!.StartsWith("7 unhappy customers\nThe first: Line ", StringComparison.Ordinal));
        Assert.Single(await scene.MessagesAsync(Manager), m => m.Text!.StartsWith("Case ", StringComparison.Ordinal));
        await SendAsync(0, 8);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await scene.MessagesAsync(Manager)).Count);

        // And where they come again among others that wait, they are not counted.
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        await TellAsync(scene, "stands before them", NoticeUrgency.Customer);
        await SendAsync(0, 14);
        await scene.FaultsAsync(new { service = "sms", rate500 = 0.0 });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["stands before them", "6 unhappy customers"], (await scene.MessagesAsync(Manager)).Skip(2).Select(m => m.Text!.Split('\n')[0]));
        Assert.False(await scene.Services.GetRequiredService<WaitingNoticeStore>().AnyAsync(Channel.Sms, Stop));

        async Task SendAsync(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var group = new NoticeGroup("g", "{count} unhappy customers", $"Line {i}.", new("https://cx.example/dashboard"), MostSingly: 5);
                var notice = new ManagerNotice(1, $"n-{i}", "retail", ["manager"], [Channel.Sms], $"Case {i}", ["NPS 2."], new Uri($"https://cx.example/cases/{i}"), Group: group);
                await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Notices, notice, cancellationToken: Stop);
                await scene.WhenIdleAsync();
            }
        }
    }

    private static async Task TellAsync(Scene scene, string subject, NoticeUrgency urgency)
    {
        var notice = new ManagerNotice(1, subject, "retail", ["manager"], [Channel.Sms, Channel.Email], subject, ["NPS 2."], new Uri("https://cx.example/cases/x"), urgency);
        await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Notices, notice, cancellationToken: Stop);
        await scene.WhenIdleAsync();
    }

    private static async Task<JsonElement> PoisonAsync(Scene scene) =>
        (await scene.Http.GetFromJsonAsync<JsonElement>($"/api/poison?code={scene.HostKey}", Stop)).GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("queue").GetString() == "notices");
}
