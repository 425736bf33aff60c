using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Tests.EndToEnd.Journeys;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Rollups;

/// <summary>Hours, days and months of a program are those of its time zone, also when that is another than before.</summary>
public sealed class ProgramZoneTests
{
    /// <summary>Half past ten in the evening of the 22nd in Lima; four in the morning of the 23rd in Kolkata.</summary>
    private static readonly DateTimeOffset LateEvening = new(2026, 11, 23, 3, 30, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_answer_counts_in_the_day_that_it_was_for_the_customer_and_page_and_exports_say_whose_day()
    {
        await using var host = await TestHost.StartAsync();
        await Get<QueueSender>(host).SendAsync(QueueNames.Facts, Answer("journey-1", LateEvening), cancellationToken: Stop);
        await host.Host.WhenIdleAsync();
        await Get<RollupRun>(host).RunAsync(Stop);

        using var days = JsonDocument.Parse(await GetAsync(host, "/api/rollups?program=bank&grain=day&from=2026-11-22&to=2026-11-23"));
        var day = Assert.Single(days.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(("2026-11-22T00:00:00-05:00", "America/Lima", 1), (day.GetProperty("bucket").GetString(), day.GetProperty("zone").GetString(), day.GetProperty("nps").GetProperty("n").GetInt32()));
        Assert.Empty(JsonNode.Parse(await GetAsync(host, "/api/rollups?program=bank&grain=day&from=2026-11-23&to=2026-11-24"))!["items"]!.AsArray());

        var lines = (await GetAsync(host, "/api/rollups?program=bank&grain=hour&from=2026-11-22&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(",2026-11-22T22:00:00-05:00,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",zone", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",America/Lima", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_change_of_zone_all_is_counted_anew_and_nothing_of_the_old_zone_stays()
    {
        await using var host = await TestHost.StartAsync();
        await StoreAsync(host);
        await Get<RollupRun>(host).RunAsync(Stop);
        Assert.Equal([("2026-10-31", 1), ("2026-11-22", 3)], await DaysAsync(host));

        using var moved = Programs.Changed("bank.json", program => program["defaultTimeZone"] = "Asia/Kolkata");
        await host.RestartAsync(moved.Use);
        await Get<RollupRun>(host).RunAsync(Stop);

        // Half an hour parts two facts of one UTC hour into two days, and of another into two months.
        Assert.Equal([("2026-10-31", 1), ("2026-11-22", 1), ("2026-11-23", 2)], await DaysAsync(host));
        Assert.All(await PartitionsAsync(host), partition => Assert.Contains("|Asia=2FKolkata|", partition, StringComparison.Ordinal));
        Assert.Equal(RecountStage.Done, (await Get<RollupStateStore>(host).FindAsync("bank", Stop))!.Stage);

        var before = await RowsAsync(host);
        await StoreAsync(host);
        await Get<RollupRun>(host).RunAsync(Stop);
        Assert.Equal(before, await RowsAsync(host));
    }

    [Fact]
    public async Task A_recount_that_was_cut_off_anywhere_ends_in_the_same_numbers()
    {
        await using var host = await TestHost.StartAsync();
        await StoreAsync(host);
        await Get<RollupRun>(host).RunAsync(Stop);
        var (days, rows) = (await DaysAsync(host), await RowsAsync(host));
        var lima = TimeZoneInfo.FindSystemTimeZoneById("America/Lima");

        // In the midst of marking: what is there may be half deleted, and marks may be missing.
        await Get<RollupStateStore>(host).WriteAsync("bank", lima, RecountStage.Marking, Stop);
        var table = Get<TableServiceClient>(host).GetTableClient(TableNames.Rollups);
        await foreach (var row in table.QueryAsync<TableEntity>("PartitionKey ge 'bank|branch' and PartitionKey lt 'bank}'", cancellationToken: Stop))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Stop);
        }
        await Get<RollupRun>(host).RunAsync(Stop);
        Assert.Equal((days, rows), (await DaysAsync(host), await RowsAsync(host)), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));

        // All counted, but not yet said: the page tells that older times may be incomplete, until the next run has looked.
        await Get<RollupStateStore>(host).WriteAsync("bank", lima, RecountStage.Counting, Stop);
        await Get<RollupRun>(host).RunAsync(Stop);
        Assert.Equal(RecountStage.Done, (await Get<RollupStateStore>(host).FindAsync("bank", Stop))!.Stage);
        Assert.Equal(rows, await RowsAsync(host));
    }

    private static async Task StoreAsync(TestHost host)
    {
        DateTimeOffset[] all = [LateEvening, new(2026, 11, 22, 18, 20, 0, TimeSpan.Zero), new(2026, 11, 22, 18, 40, 0, TimeSpan.Zero), new(2026, 10, 31, 18, 20, 0, TimeSpan.Zero)];
        foreach (var (at, i) in all.Select((at, i) => (at, i)))
        {
            await Get<FactStore>(host).MergeAsync(Answer($"journey-{i}", at), Stop);
            await Get<DirtyHourStore>(host).MarkAsync(DirtyHour.Of(Answer($"journey-{i}", at)), Stop);
        }
    }

    private static FactChanged Answer(string journey, DateTimeOffset at) => new(
        FactChanged.CurrentVersion, journey, "bank", "branch", at, new Dictionary<string, string> { ["branch"] = "Lima" },
        Channel: Channel.Sms, Scores: new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 9 }, Revision: 1, Stages: [FieldworkStage.Invited, FieldworkStage.Answered]);

    private static async Task<List<(string Day, int N)>> DaysAsync(TestHost host)
    {
        var calendar = ProgramCalendar.Of(Get<ProgramCatalog>(host).Find("bank"));
        return await Get<RollupStore>(host).SeriesAsync(RollupKey.Total("bank", "branch", Grain.Day), LateEvening.AddDays(-60), LateEvening.AddDays(2), Stop)
            .Select(r => (calendar.DayOf(r.Bucket).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), r.N(QuestionKind.Nps)))
            .ToListAsync(Stop);
    }

    private static async Task<List<string>> RowsAsync(TestHost host) =>
        await Rows(host).Select(row => $"{row.PartitionKey} {row.RowKey} {row.GetInt32("Answered")} {row.GetInt32("Nps_9")}").ToListAsync(Stop);

    private static async Task<List<string>> PartitionsAsync(TestHost host) => await Rows(host).Select(row => row.PartitionKey).Distinct().ToListAsync(Stop);

    private static IAsyncEnumerable<TableEntity> Rows(TestHost host) =>
        Get<TableServiceClient>(host).GetTableClient(TableNames.Rollups).QueryAsync<TableEntity>("PartitionKey ge 'bank|' and PartitionKey lt 'bank}'", cancellationToken: Stop);

    private static async Task<string> GetAsync(TestHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", host.Host.HostKey);
        using var answer = await host.Http.SendAsync(request, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static T Get<T>(TestHost host)
        where T : notnull => host.Host.Services.GetRequiredService<T>();
}
