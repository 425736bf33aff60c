using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Sentiment;

/// <summary>
/// Words are kept on the page's side as a fingerprint only, so who comes back to the page, or changes its language, sends the score
/// off without them.
/// </summary>
public sealed class WordsOfEarlierRevisionsTests
{
    private const string Said = "La cola es terrible y nadie me atendió";
    private static readonly ResponseRef Ref = new("C-1", TestHost.Start.AddHours(-2), "journey-1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Words_stay_when_a_later_revision_has_none_in_whatever_order_the_two_arrive(int first, int second)
    {
        await using var host = await TestHost.StartAsync();
        await SaveAsync(host, first);
        await SaveAsync(host, second);

        var read = await host.Host.Services.GetRequiredService<VerbatimStore>().FindAsync(Ref, Stop);
        Assert.Equal((2, 4, true, AnalysisState.Done), (read!.Revision, read.Scores[QuestionKind.Nps], read.Complete, read.State));
        Assert.Equal((Said, "negative"), (Assert.Single(read.Verbatims).Text, read.Verbatims[0].Sentiment));
        var listed = host.Host.Services.GetRequiredService<VerbatimStore>().LatestAsync("bank", TestHost.Start.AddDays(-1), TestHost.Start.AddDays(1), Stop);
        Assert.Equal(Said, Assert.Single(await listed.ToListAsync(Stop)).Text);

        await host.Host.Services.GetRequiredService<RollupRun>().RunAsync(Stop);
        var hour = await host.Host.Services.GetRequiredService<RollupStore>().FindAsync(RollupKey.Total("bank", "branch", Grain.Hour), Ref.OccurredAt, Stop);
        Assert.Equal((1, 1), (hour!.Counts.OfSentiment("negative"), hour.Counts.Histogram(QuestionKind.Nps)[4]));
    }

    /// <summary>The process died after the reading was stored and before anybody heard of it; the queue brings the retry again.</summary>
    [Fact]
    public async Task A_reading_that_was_stored_by_a_retry_and_not_passed_on_is_passed_on_by_the_next()
    {
        await using var host = await TestHost.StartAsync();
        var words = new VerbatimReading { QuestionId = "why", Revision = 1, Text = Said, Language = "es", Sentiment = "negative", Negative = 0.9 };
        await host.Host.Services.GetRequiredService<VerbatimStore>().SaveAsync(
            AnalysisRules.Unread(Answer(1)) with { Verbatims = [words], State = AnalysisState.Done }, Stop);

        await SendAsync(host, QueueNames.AnalysisRetries, new AnalysisPostponed(AnalysisPostponed.CurrentVersion, Ref, 1, Attempt: 1, TestHost.Start));

        await host.Host.Services.GetRequiredService<RollupRun>().RunAsync(Stop);
        var hour = await host.Host.Services.GetRequiredService<RollupStore>().FindAsync(RollupKey.Total("bank", "branch", Grain.Hour), Ref.OccurredAt, Stop);
        Assert.Equal(1, hour?.Counts.OfSentiment("negative"));
    }

    private static ResponseSaved Answer(int revision) => new(
        ResponseSaved.CurrentVersion, Ref, revision, "bank", "branch", Channel.Sms, "es", new Dictionary<string, string>(),
        new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = revision == 1 ? 3 : 4 },
        revision == 1 ? new Dictionary<string, string> { ["why"] = Said } : [], Complete: revision == 2, TestHost.Start);

    private static Task SaveAsync(TestHost host, int revision) => SendAsync(host, QueueNames.Responses, Answer(revision));

    private static async Task SendAsync<T>(TestHost host, string queue, T message)
    {
        await host.Host.Services.GetRequiredService<QueueSender>().SendAsync(queue, message, cancellationToken: Stop);
        await host.Host.WhenIdleAsync();
    }
}
