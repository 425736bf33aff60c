using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class CaseStoreTests
{
    private static readonly DateTimeOffset At = TestHost.Start;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_somebody_closes_while_another_picks_it_up_does_not_stay_listed()
    {
        var account = await SharedAzurite.NewAccountAsync();
        var store = await StoreAsync(account);
        await store.OpenAsync(Case("words"), Stop);

        var closing = new BeforeListing(() => store.ChangeAsync("C-1", c => Moved(c, CaseState.Resolved, CaseEventKind.Resolved), Stop));
        await (await StoreAsync(account, closing)).ChangeAsync("C-1", c => Moved(c, CaseState.Acknowledged, CaseEventKind.Acknowledged), Stop);

        Assert.Equal(CaseState.Resolved, (await store.FindAsync("C-1", Stop))!.State);
        Assert.Empty((await new OpenCaseList(new TableServiceClient(account)).FirstAsync("bank", touchpoint: null, most: 10, counted: 100, Stop)).First);
    }

    [Fact]
    public async Task Long_words_in_another_script_open_a_case_as_any_others_do()
    {
        var store = await StoreAsync(await SharedAzurite.NewAccountAsync());
        var words = string.Concat(Enumerable.Repeat("очень плохо ", 600));
        await store.OpenAsync(Case(words), Stop);
        Assert.Equal(words, (await store.FindAsync("C-1", Stop))!.Verbatim);
    }

    private static async Task<CaseStore> StoreAsync(string account, HttpPipelinePolicy? policy = null)
    {
        var options = new TableClientOptions();
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        }
        var tables = new TableServiceClient(account, options);
        foreach (var table in new[] { TableNames.Cases, TableNames.CaseLinks, TableNames.OpenCases })
        {
            await tables.CreateTableIfNotExistsAsync(table, Stop);
        }
        return new CaseStore(tables);
    }

    private static (Case, CaseEvent)? Moved(Case c, CaseState to, CaseEventKind what) => (c with { State = to }, new CaseEvent(At, what, "Rosa", null));

    private static Case Case(string words) => new()
    {
        Id = "C-1",
        Token = LinkToken.Create(),
        Program = "bank",
        Touchpoint = "branch",
        RuleId = "detractor",
        Response = new ResponseRef("C-1", At, "journey-1"),
        Channel = Channel.Sms,
        Locale = "es",
        Metric = QuestionKind.Nps,
        Score = 2,
        Verbatim = words,
        OpenedAt = At,
        AcknowledgeBy = At.AddHours(4),
        ResolveBy = At.AddHours(24),
    };

    /// <summary>Lets something happen after a case was written and before it is listed.</summary>
    private sealed class BeforeListing(Func<Task> happens) : HttpPipelinePolicy
    {
        private bool _happened;

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!_happened && message.Request.Method != RequestMethod.Get && message.Request.Uri.Path.Contains("OpenCases(", StringComparison.Ordinal))
            {
                _happened = true;
                await happens();
            }
            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
