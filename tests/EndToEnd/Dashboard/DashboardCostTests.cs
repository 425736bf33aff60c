using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Dashboard;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Spending;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

/// <summary>What a look at the dashboard reads does not grow with what there is, and looking again costs little where nothing is new.</summary>
public sealed class DashboardCostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_costs_the_same_with_a_hundred_open_cases_and_with_two_thousand_and_counts_no_further_than_it_says()
    {
        await using var host = await TestHost.StartAsync();
        await OpenAsync(host, 0, 100);
        var (few, small) = await LookAsync(host, Query(host));
        await OpenAsync(host, 100, 2000);
        var (many, large) = await LookAsync(host, Query(host));

        Assert.Equal((100, false, 200, true), (few.Cases.Count, few.Cases.OrMore, many.Cases.Count, many.Cases.OrMore));
        Assert.Equal(few.Cases.First.Select(c => c.Id), many.Cases.First.Select(c => c.Id)); // the most urgent are the same
        Assert.Equal(small.Requests, large.Requests);
        Assert.InRange(large.Bytes, 0, small.Bytes * 2);

        // Of a touchpoint that has none of them nothing is made up.
        var (other, _) = await LookAsync(host, Query(host, "loan"));
        Assert.Empty(other.Cases.First);
    }

    [Fact]
    public async Task A_look_costs_the_same_however_many_answers_there_are_and_says_where_it_stopped()
    {
        await using var host = await TestHost.StartAsync();
        await AnswerAsync(host, 0, 300, "branch");
        var (_, few) = await LookAsync(host, Query(host, "loan"));
        await AnswerAsync(host, 300, 1500, "branch");
        var (many, cost) = await LookAsync(host, Query(host, "loan"));

        Assert.Equal((0, NumbersReader.MostAnswers), (many.Words.Verbatims.Count, many.Words.Among));
        Assert.InRange(cost.Requests, 1, few.Requests + (NumbersReader.MostAnswers / 25));
        var (there, _) = await LookAsync(host, Query(host, "branch"));
        Assert.Equal((20, null), (there.Words.Verbatims.Count, there.Words.Among));
    }

    [Fact]
    public async Task Of_a_dimension_with_more_values_than_a_page_reads_none_are_shown_rather_than_some_by_chance()
    {
        await using var host = await TestHost.StartAsync();
        await CountAsync(host, values: 12);
        var (few, small) = await LookAsync(host, Query(host));
        Assert.Equal((12, false), Of(few));
        await CountAsync(host, values: 80);
        var (many, large) = await LookAsync(host, Query(host));
        Assert.Equal((0, true), Of(many));
        Assert.InRange(large.Requests, small.Requests, small.Requests + (NumbersReader.MostRows / 1000));

        static (int, bool) Of(DashboardView view) => view.Breakdowns.Single(b => b.Dimension == "branch") is var b ? (b.Values.Count, b.TooMany) : default;
    }

    [Fact]
    public async Task Looking_again_reads_little_until_something_is_new()
    {
        await using var host = await TestHost.StartAsync();
        var (reader, cost) = Reader(host);
        var query = Query(host);
        await reader.ReadAsync(query, Stop);
        var first = cost.Take();
        await reader.ReadAsync(query, Stop);
        Assert.InRange(cost.Take().Requests, 1, 4);

        // An answer as it comes: its words, then its fact; then the run that counts it.
        await AnswerAsync(host, 0, 1, "branch");
        var fact = Fact("journey-0");
        await Get<FactStore>(host).MergeAsync(fact, Stop);
        await Get<DirtyHourStore>(host).MarkAsync(DirtyHour.Of(fact), Stop);
        Assert.Single((await reader.ReadAsync(query, Stop)).Words.Verbatims);
        Assert.InRange(cost.Take().Requests, first.Requests / 2, 1000);
        await Get<RollupRun>(host).RunAsync(Stop);
        Assert.Equal(1, (await reader.ReadAsync(query, Stop)).Total.Counts.Of(FieldworkStage.Answered));
        cost.Take();
        await reader.ReadAsync(query, Stop);
        Assert.InRange(cost.Take().Requests, 1, 4);

        // In and computed between two looks: no mark is left, and still it is seen.
        var second = Fact("journey-1");
        await Get<FactStore>(host).MergeAsync(second, Stop);
        await Get<DirtyHourStore>(host).MarkAsync(DirtyHour.Of(second), Stop);
        await Get<RollupRun>(host).RunAsync(Stop);
        Assert.Equal(2, (await reader.ReadAsync(query, Stop)).Total.Counts.Of(FieldworkStage.Answered));
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so_and_sent_nothing()
    {
        await using var host = await TestHost.StartAsync(o => o with { Settings = new Dictionary<string, string> { ["Cx__StaffKey"] = "a-staff-key-of-the-tests" } });
        using var browser = Staff.NewBrowser(host);
        var cookie = await Staff.SignInAsync(browser, "a-staff-key-of-the-tests");
        using var whole = await PageAsync(browser, cookie, tag: null);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        using var again = await PageAsync(browser, cookie, whole.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Stop)).Length));

        await OpenAsync(host, 0, 1);
        using var changed = await PageAsync(browser, cookie, whole.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Open case", await changed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var stranger = Staff.NewBrowser(host);
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/dashboard?program=bank") { Headers = { { "if-none-match", changed.Headers.ETag!.Tag } } };
        using var nobody = await stranger.SendAsync(ask, Stop);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }

    private static async Task<HttpResponseMessage> PageAsync(HttpClient browser, string cookie, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard?program=bank");
        request.Headers.Add("cookie", cookie);
        if (tag is not null)
        {
            request.Headers.Add("if-none-match", tag);
        }
        return await browser.SendAsync(request, Stop);
    }

    private static DashboardQuery Query(TestHost host, string? touchpoint = null)
    {
        var bank = Get<ProgramCatalog>(host).Get("bank");
        return new DashboardQuery(bank, touchpoint is null ? null : bank.FindTouchpoint(touchpoint), Grain.Hour);
    }

    private static async Task<(DashboardView View, Cost Cost)> LookAsync(TestHost host, DashboardQuery query)
    {
        var (reader, counter) = Reader(host);
        return (await reader.ReadAsync(query, Stop), counter.Take());
    }

    /// <summary>A reader that remembers nothing yet, whose requests are counted.</summary>
    private static (DashboardReader Reader, Counter Counter) Reader(TestHost host)
    {
        var counter = new Counter();
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        var tables = new TableServiceClient(Get<IOptions<StorageOptions>>(host).Value.ConnectionString, options);
        var (catalog, time) = (Get<ProgramCatalog>(host), Get<TimeProvider>(host));
        var memory = new NumbersMemory(new NumbersReader(new RollupStore(tables, catalog), new VerbatimStore(tables)), new DirtyHourStore(tables));
        return (new DashboardReader(catalog, new RollupStateStore(tables, time), memory, new OpenCaseList(tables), new Budget(tables, Get<IOptions<BudgetOptions>>(host), time), time), counter);
    }

    private static Task OpenAsync(TestHost host, int from, int to) => EachAsync(from, to, i => Get<OpenCaseList>(host).UpdateAsync(
        new Case
        {
            Id = $"case-{i:00000}",
            Token = LinkToken.Create(),
            Program = "bank",
            Touchpoint = "branch",
            RuleId = "detractor",
            Response = new ResponseRef("C-1", TestHost.Start, $"journey-{i}"),
            Channel = Channel.Sms,
            Locale = "es",
            Metric = QuestionKind.Nps,
            Score = 2,
            Verbatim = "La cola fue muy larga y nadie supo decirme por qué.",
            OpenedAt = TestHost.Start.AddHours(-1),
            AcknowledgeBy = TestHost.Start.AddHours(3),
            ResolveBy = TestHost.Start.AddHours(23).AddSeconds(i),
        },
        () => Task.FromResult(true),
        Stop));

    private static Task AnswerAsync(TestHost host, int from, int to, string touchpoint) => EachAsync(from, to, i => Get<VerbatimStore>(host).SaveAsync(
        new AnalyzedResponse
        {
            Ref = new ResponseRef($"C-{i}", TestHost.Start.AddHours(-2), $"journey-{i}"),
            Revision = 1,
            Program = "bank",
            Touchpoint = touchpoint,
            Channel = Channel.Sms,
            Locale = "es",
            Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 9 },
            State = AnalysisState.Done,
            Complete = true,
            SavedAt = TestHost.Start.AddSeconds(-i),
            Verbatims = [new() { QuestionId = "why", Text = "Todo bien, gracias.", Language = "es", Sentiment = "positive" }],
        },
        isNew: true,
        Stop));

    /// <summary>Every value with an answer in every hour of two days.</summary>
    private static async Task CountAsync(TestHost host, int values)
    {
        var (store, query) = (Get<RollupStore>(host), Query(host));
        var counts = RollupCounts.FromNamed(name => name is "Invited" or "Answered" or "Nps_9" ? 1 : null);
        foreach (var day in query.BucketsUntil(TestHost.Start).GroupBy(b => query.Calendar.PartitionOf(Grain.Hour, b)))
        {
            var partition = await store.OpenAsync("bank", RollupKey.All, Grain.Hour, day.Key, Stop);
            partition.Replace(day.ToHashSet(), day.SelectMany(b => Enumerable.Range(0, values).Select(v => new Rollup(new RollupKey("bank", RollupKey.All, "branch", $"Agencia {v:000}", Grain.Hour), b, counts))));
            await store.SaveAsync(partition, Stop);
        }
    }

    private static FactChanged Fact(string journey) => new(
        FactChanged.CurrentVersion, journey, "bank", "branch", TestHost.Start.AddHours(-2), new Dictionary<string, string> { ["branch"] = "Lima" },
        Channel: Channel.Sms, Scores: new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 9 }, Revision: 1, Stages: [FieldworkStage.Invited, FieldworkStage.Answered]);

    private static Task EachAsync(int from, int to, Func<int, Task> act) =>
        Parallel.ForEachAsync(Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (i, _) => await act(i));

    private static T Get<T>(TestHost host)
        where T : notnull => host.Host.Services.GetRequiredService<T>();

    private readonly record struct Cost(int Requests, long Bytes);

    private sealed class Counter : HttpPipelinePolicy
    {
        private int _requests;
        private long _bytes;

        public Cost Take() => new(Interlocked.Exchange(ref _requests, 0), Interlocked.Exchange(ref _bytes, 0));

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            Interlocked.Increment(ref _requests);
            Interlocked.Add(ref _bytes, message.Response.ContentStream is { CanSeek: true } body ? body.Length : 0);
        }
    }
}
