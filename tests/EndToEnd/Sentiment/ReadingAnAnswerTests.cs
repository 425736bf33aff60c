using System.Net.Http.Json;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Spending;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Sentiment;

public sealed class ReadingAnAnswerTests
{
    private const string Said = "La cajera fue muy amable, pero la cola es terrible. Llámenme al 987654321 o a ana@correo.pe";

    [Fact]
    public async Task An_answer_is_masked_read_and_counted()
    {
        await using var host = await TestHost.StartAsync();
        await SaveAsync(host, Answer("journey-1", revision: 1, Said));
        await host.Host.WhenIdleAsync();

        var read = await FindAsync(host, "journey-1");
        Assert.Equal(AnalysisState.Done, read.State);
        var verbatim = Assert.Single(read.Verbatims);
        Assert.DoesNotContain("987654321", verbatim.Text);
        Assert.DoesNotContain("ana@correo.pe", verbatim.Text);
        Assert.Contains("cola", verbatim.Text);
        Assert.Equal("es", verbatim.Language);
        Assert.NotNull(verbatim.Sentiment);
        Assert.Contains(verbatim.Opinions, o => o.Target == "cola" && o.Sentiment == "negative");

        await NothingUnmaskedRestsAsync(host);

        var listed = await host.Host.Services.GetRequiredService<VerbatimStore>()
            .LatestAsync("bank", TestHost.Start.AddDays(-1), TestHost.Start.AddDays(1), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(verbatim.Text, Assert.Single(listed).Text);
        Assert.Equal((3, QuestionKind.Nps), (listed[0].Score, listed[0].Metric));

        await host.Host.Services.GetRequiredService<RollupRun>().RunAsync(TestContext.Current.CancellationToken);
        var rollup = await RollupAsync(host);
        Assert.Equal((1, 1, 1), (rollup!.Counts.Of(FieldworkStage.Started), rollup.Counts.Of(FieldworkStage.Answered), rollup.Counts.OfSentiment(verbatim.Sentiment!)));
        Assert.Equal(-100, rollup.ScoreOf(QuestionKind.Nps)!.Score);
    }

    [Fact]
    public async Task While_the_service_is_down_the_answer_goes_on_without_it_and_is_read_when_it_is_back()
    {
        await using var host = await TestHost.StartAsync(Impatient);
        await FaultAsync(host, new { service = "language", rate500 = 1.0 });
        await SaveAsync(host, Answer("journey-1", revision: 1, Said));
        await host.Host.WhenIdleAsync();

        var waiting = await FindAsync(host, "journey-1");
        Assert.Equal(AnalysisState.Pending, waiting.State);
        Assert.DoesNotContain("987654321", waiting.Verbatims[0].Text);
        await host.Host.Services.GetRequiredService<RollupRun>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, (await RollupAsync(host))!.Counts.Of(FieldworkStage.Answered));

        await FaultAsync(host, new { service = "language", rate500 = 0.0 });
        await host.Host.AdvanceAsync(TimeSpan.FromSeconds(6));
        var read = await UntilAsync(host, AnalysisState.Done);
        Assert.NotNull(read.Verbatims[0].Sentiment);
    }

    [Fact]
    public async Task After_a_day_out_of_reach_the_answer_stays_without_sentiment_and_nobody_tries_again()
    {
        await using var host = await TestHost.StartAsync();
        await FaultAsync(host, new { service = "language", rate500 = 1.0 });
        await SaveAsync(host, Answer("journey-1", revision: 1, Said));
        await host.Host.WhenIdleAsync();
        Assert.Equal(AnalysisState.Pending, (await FindAsync(host, "journey-1")).State);
        await host.Host.AdvanceAsync(TimeSpan.FromHours(24));

        Assert.Null((await UntilAsync(host, AnalysisState.Unavailable)).Sentiment);
    }

    [Fact]
    public async Task Over_the_days_budget_words_are_masked_but_not_read_and_it_says_so()
    {
        await using var host = await TestHost.StartAsync(o => o with { Settings = new Dictionary<string, string> { ["Budget__LanguageRecordsPerDay"] = "0" } });
        await SaveAsync(host, Answer("journey-1", revision: 1, Said));
        await host.Host.WhenIdleAsync();

        var read = await FindAsync(host, "journey-1");
        Assert.Equal(AnalysisState.OverBudget, read.State);
        Assert.DoesNotContain("987654321", read.Verbatims[0].Text);
        var spent = await host.Host.Services.GetRequiredService<Budget>().SpentAsync(DateOnly.FromDateTime(TestHost.Start.Date), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(SpendKind.LanguageRecord, spent.Keys);
    }

    [Fact]
    public async Task An_older_revision_that_arrives_late_changes_nothing()
    {
        await using var host = await TestHost.StartAsync();
        await SaveAsync(host, Answer("journey-1", revision: 2, "Todo fue muy bien, gracias") with { Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 10 } });
        await host.Host.WhenIdleAsync();
        await SaveAsync(host, Answer("journey-1", revision: 1, Said));
        await SaveAsync(host, Answer("journey-1", revision: 2, "Todo fue muy bien, gracias") with { Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 10 } });
        await host.Host.WhenIdleAsync();

        Assert.Equal("Todo fue muy bien, gracias", (await FindAsync(host, "journey-1")).Verbatims[0].Text);
        await host.Host.Services.GetRequiredService<RollupRun>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 100), ((await RollupAsync(host))!.N(QuestionKind.Nps), (await RollupAsync(host))!.ScoreOf(QuestionKind.Nps)!.Score));
    }

    private static async Task NothingUnmaskedRestsAsync(TestHost host)
    {
        foreach (var table in TableNames.All)
        {
            await foreach (var row in host.Host.Services.GetRequiredService<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            {
                Assert.DoesNotContain(row.Select(column => column.Value), v => v is string text && (text.Contains("987654321") || text.Contains("ana@correo.pe")));
            }
        }
    }

    private static LocalHost.LocalHostOptions Impatient(LocalHost.LocalHostOptions options) =>
        options with { Settings = new Dictionary<string, string> { ["Language__RetryFirst"] = "00:00:01", ["Language__RetryAtMost"] = "00:00:01" } };

    private static async Task<AnalyzedResponse> UntilAsync(TestHost host, AnalysisState state)
    {
        for (var look = 0; ; look++)
        {
            var read = await FindAsync(host, "journey-1");
            if (read.State == state || look == 200)
            {
                Assert.Equal(state, read.State);
                return read;
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static ResponseSaved Answer(string journey, int revision, string words) => new(
        ResponseSaved.CurrentVersion, new ResponseRef("C-1", TestHost.Start.AddHours(-2), journey), revision, "bank", "branch", Channel.Sms, "es",
        new Dictionary<string, string> { ["branch"] = "Lima" }, new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 3 },
        new Dictionary<string, string> { ["why"] = words }, Complete: true, TestHost.Start);

    private static Task SaveAsync(TestHost host, ResponseSaved saved) => host.Host.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Responses, saved);

    private static async Task<AnalyzedResponse> FindAsync(TestHost host, string journey) =>
        (await host.Host.Services.GetRequiredService<VerbatimStore>().FindAsync(new ResponseRef("C-1", TestHost.Start.AddHours(-2), journey), TestContext.Current.CancellationToken))!;

    private static Task<Rollup?> RollupAsync(TestHost host) =>
        host.Host.Services.GetRequiredService<RollupStore>().FindAsync(RollupKey.Total("bank", "branch", Grain.Hour), TestHost.Start.AddHours(-2), TestContext.Current.CancellationToken);

    private static async Task FaultAsync(TestHost host, object faults)
    {
        using var http = new HttpClient { BaseAddress = host.Host.Sandbox.Url };
        (await http.PutAsJsonAsync("/sandbox/faults", faults)).EnsureSuccessStatusCode();
    }
}
