using System.Net;
using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Rollups;

public sealed class RollingUpTests
{
    private static readonly DateTimeOffset At = TestHost.Start.AddHours(-3);

    [Fact]
    public async Task Facts_in_any_order_and_any_number_become_the_same_hours_days_and_months()
    {
        await using var host = await TestHost.StartAsync();
        var news = Journeys(60).SelectMany(j => j).ToList();
        var shuffled = news.Concat(news.Take(100)).ToArray();
        new Random(11).Shuffle(shuffled);
        await Parallel.ForEachAsync(shuffled, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (fact, cancellation) => await Queues(host).SendAsync(QueueNames.Facts, fact, cancellationToken: cancellation));
        await host.Host.WhenIdleAsync();
        await RunAsync(host);

        foreach (var grain in Enum.GetValues<Grain>())
        {
            var branch = await SumAsync(host, "branch", RollupKey.All, RollupKey.All, grain);
            Assert.Equal((30, 30, 20, 10), (branch.Of(FieldworkStage.Received), branch.Of(FieldworkStage.Invited), branch.Of(FieldworkStage.Answered), branch.Histogram(QuestionKind.Nps)[9]));
            var all = await SumAsync(host, RollupKey.All, RollupKey.All, RollupKey.All, grain);
            Assert.Equal((60, 40, 20), (all.Of(FieldworkStage.Received), all.Of(FieldworkStage.Answered), all.Histogram(QuestionKind.Ces)[2]));
            var lima = await SumAsync(host, RollupKey.All, "branch", "Lima", grain);
            Assert.Equal((30, 20), (lima.Of(FieldworkStage.Received), lima.Of(FieldworkStage.Answered)));
            var sms = await SumAsync(host, "branch", RollupKey.Channel, "sms", grain);
            Assert.Equal(30, sms.Of(FieldworkStage.Invited));
        }
    }

    [Fact]
    public async Task Running_again_or_twice_at_once_gives_the_same_numbers_and_leaves_nothing_dirty()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var fact in Journeys(20).SelectMany(j => j))
        {
            await MergeAsync(host, fact);
        }
        // Several runs race while facts still arrive: whoever is overtaken leaves its marks for the next.
        var late = Journeys(30).Skip(20).SelectMany(j => j).ToList();
        var runs = Enumerable.Range(0, 3).Select(_ => RunAsync(host));
        await Task.WhenAll(runs.Append(Task.Run(async () =>
        {
            foreach (var fact in late)
            {
                await MergeAsync(host, fact);
            }
        }, TestContext.Current.CancellationToken)));
        await RunAsync(host);
        var first = await SumAsync(host, RollupKey.All, RollupKey.All, RollupKey.All, Grain.Month);
        Assert.Equal(30, first.Of(FieldworkStage.Received));
        Assert.Empty(await host.Host.Services.GetRequiredService<DirtyHourStore>().ListAsync(TestContext.Current.CancellationToken));

        foreach (var fact in Journeys(30).SelectMany(j => j))
        {
            await MergeAsync(host, fact);
        }
        await RunAsync(host);
        Assert.Equal(first, await SumAsync(host, RollupKey.All, RollupKey.All, RollupKey.All, Grain.Month));
    }

    [Fact]
    public async Task A_mark_set_while_its_hour_is_computed_survives()
    {
        await using var host = await TestHost.StartAsync();
        var dirty = host.Host.Services.GetRequiredService<DirtyHourStore>();
        var hour = new DirtyHour("bank", "branch", UtcHour.Of(At));
        // Until every shard holds the hour: the second mark of a shard must replace the first.
        while ((await dirty.ListAsync(TestContext.Current.CancellationToken)).Count < 8)
        {
            await dirty.MarkAsync(hour, TestContext.Current.CancellationToken);
        }
        var read = await dirty.ListAsync(TestContext.Current.CancellationToken);
        await dirty.MarkAsync(hour, TestContext.Current.CancellationToken);
        foreach (var mark in read)
        {
            await dirty.RemoveAsync(mark, TestContext.Current.CancellationToken);
        }
        Assert.Equal(hour, Assert.Single(await dirty.ListAsync(TestContext.Current.CancellationToken)).Hour);
    }

    [Fact]
    public async Task A_corrected_answer_moves_the_score_and_a_value_nobody_has_any_more_disappears()
    {
        await using var host = await TestHost.StartAsync();
        var invited = News("journey-1", "branch") with { Stage = FieldworkStage.Invited, Channel = Channel.Email };
        await MergeAsync(host, invited);
        await RunAsync(host);
        Assert.Equal(1, (await SumAsync(host, "branch", RollupKey.Channel, "email", Grain.Day)).Of(FieldworkStage.Invited));

        await MergeAsync(host, invited with { Stage = FieldworkStage.Answered, Channel = Channel.Sms, Scores = Nps(2), Revision = 1 });
        await RunAsync(host);
        await MergeAsync(host, invited with { Stage = FieldworkStage.Answered, Channel = Channel.Sms, Scores = Nps(10), Revision = 2 });
        await RunAsync(host);
        var day = await Store(host).FindAsync(RollupKey.Total("bank", "branch", Grain.Day), At, TestContext.Current.CancellationToken);
        Assert.Equal((1, 100), (day!.N(QuestionKind.Nps), day.ScoreOf(QuestionKind.Nps)!.Score));
        Assert.Null(await Store(host).FindAsync(new RollupKey("bank", "branch", RollupKey.Channel, "email", Grain.Day), At, TestContext.Current.CancellationToken));
        Assert.Null(await Store(host).FindAsync(new RollupKey("bank", "branch", RollupKey.Channel, "email", Grain.Month), At, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Analysts_get_json_and_csv_with_a_key_and_nothing_without()
    {
        await using var host = await TestHost.StartAsync();
        await MergeAsync(host, News("journey-1", "branch") with { Stage = FieldworkStage.Answered, Channel = Channel.Sms, Scores = Nps(2), Revision = 1, Dimensions = new Dictionary<string, string> { ["branch"] = "=HYPERLINK(1)" } });
        await MergeAsync(host, News("journey-1", "branch") with { Stage = FieldworkStage.Invited, Channel = Channel.Sms, Dimensions = new Dictionary<string, string> { ["branch"] = "=HYPERLINK(1)" } });
        await RunAsync(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync("/api/rollups?program=bank", TestContext.Current.CancellationToken)).StatusCode);

        using var json = JsonDocument.Parse(await GetAsync(host, "/api/rollups?program=bank&touchpoint=branch&grain=hour"));
        var item = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal((1, -100.0, -100.0), (item.GetProperty("nps").GetProperty("n").GetInt32(), item.GetProperty("nps").GetProperty("score").GetDouble(), item.GetProperty("nps").GetProperty("low").GetDouble()));
        Assert.Equal(100.0, item.GetProperty("responseRate").GetProperty("score").GetDouble());

        var csv = await GetAsync(host, "/api/rollups?program=bank&branch=*&format=csv");
        Assert.StartsWith("\uFEFFprogram,touchpoint,dimension,value,grain,bucket,received,", csv);
        Assert.Contains("bank,*,branch,'=HYPERLINK(1),day,2026-11-23T00:00:00-05:00,", csv);
        Assert.Contains(",-100,-100,", csv);

        var wrong = await GetAsync(host, "/api/rollups?program=bank&grain=week", HttpStatusCode.BadRequest);
        Assert.Contains("grain: hour, day or month.", wrong);
        Assert.Contains("\"ready\"", await GetAsync(host, "/health"));
    }

    private static IEnumerable<IEnumerable<FactChanged>> Journeys(int count) => Enumerable.Range(0, count).Select(i =>
    {
        var news = News($"journey-{i}", i % 2 == 0 ? "branch" : "loan") with
        {
            OccurredAt = At.AddHours(-i),
            Dimensions = new Dictionary<string, string> { ["branch"] = i % 4 < 2 ? "Lima" : "Cusco" },
        };
        var invited = news with { Stage = FieldworkStage.Invited, Channel = Channel.Sms };
        var answer = news with { Stage = FieldworkStage.Answered, Channel = Channel.Sms, Revision = 2, Sentiment = "positive", Scores = i % 2 == 0 ? Nps(i % 3 == 0 ? 9 : 2) : new Dictionary<QuestionKind, int> { [QuestionKind.Ces] = 3 } };
        IEnumerable<FactChanged> always = [news with { Stage = FieldworkStage.Received }, news with { Stage = FieldworkStage.Eligible }, invited];
        return i % 3 == 2 ? always : [.. always, answer with { Revision = 1, Stage = FieldworkStage.Started, Scores = i % 2 == 0 ? Nps(0) : null }, answer];
    });

    private static Dictionary<QuestionKind, int> Nps(int value) => new() { [QuestionKind.Nps] = value };

    private static FactChanged News(string journey, string touchpoint) => new(FactChanged.CurrentVersion, journey, "bank", touchpoint, At, new Dictionary<string, string>());

    private static async Task MergeAsync(TestHost host, FactChanged fact)
    {
        await host.Host.Services.GetRequiredService<FactStore>().MergeAsync(fact, TestContext.Current.CancellationToken);
        await host.Host.Services.GetRequiredService<DirtyHourStore>().MarkAsync(DirtyHour.Of(fact), TestContext.Current.CancellationToken);
    }

    private static async Task<RollupCounts> SumAsync(TestHost host, string touchpoint, string dimension, string value, Grain grain) => RollupCounts.Merge(
        await Store(host).SeriesAsync(new RollupKey("bank", touchpoint, dimension, value, grain), At.AddDays(-40), At.AddDays(1), TestContext.Current.CancellationToken).Select(r => r.Counts).ToListAsync());

    private static async Task<string> GetAsync(TestHost host, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", host.Host.HostKey);
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {body}");
        return body;
    }

    private static Task RunAsync(TestHost host) => host.Host.Services.GetRequiredService<RollupRun>().RunAsync(TestContext.Current.CancellationToken);

    private static RollupStore Store(TestHost host) => host.Host.Services.GetRequiredService<RollupStore>();

    private static QueueSender Queues(TestHost host) => host.Host.Services.GetRequiredService<QueueSender>();
}
