using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Spending;
using CxFunctions.Tests.Browser.Dashboard;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DashboardSite))]

namespace CxFunctions.Tests.Browser.Dashboard;

/// <summary>A host whose stores hold two days of a bank's surveys; the retailer has not begun.</summary>
public sealed class DashboardSite : IAsyncLifetime
{
    public const string Key = "browser-tests-staff-key";
    private TestHost _host = null!;

    private static readonly (string Text, string Language, string Sentiment, int Nps, Opinion[] Opinions)[] Words =
    [
        ("La cajera fue muy amable, pero esperé casi una hora en la cola.", "es", "mixed", 7, [new("cola", "negative", ["esperé casi una hora"]), new("cajera", "positive", ["muy amable"])]),
        ("Nobody told me that the fee had changed. I had to come back three times.", "en", "negative", 2, [new("fee", "negative", ["changed"])]),
        ("Foi muito fácil, resolveram tudo na hora.", "pt", "positive", 10, []),
        ("Llámenme al *********, nadie responde en la agencia.", "es", "negative", 1, []),
        ("Excelente atención, rápida y clara. Sigan así.", "es", "positive", 10, [new("atención", "positive", ["Excelente", "rápida", "clara"])]),
    ];

    public async Task<string> NewLinkAsync() => (await _host.Host.NewSignInLinkAsync()).ToString();

    public string Url(string path) => new Uri(_host.Host.Url, path).ToString();

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(o => o with { Settings = new Dictionary<string, string> { ["Cx__StaffKey"] = Key } });
        var chance = new Random(5);
        await Parallel.ForEachAsync(Enumerable.Range(0, 160).Select(i => Journey(i, chance)).ToList(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (journey, _) =>
        {
            foreach (var fact in journey)
            {
                await Get<FactStore>().MergeAsync(fact, CancellationToken.None);
            }
            await Get<DirtyHourStore>().MarkAsync(DirtyHour.Of(journey[0]), CancellationToken.None);
        });
        await Get<RollupRun>().RunAsync(CancellationToken.None);
        for (var i = 0; i < Words.Length; i++)
        {
            await SayAsync($"journey-said-{i}", TestHost.Start.AddMinutes(-7 - (40 * i)), Words[i]);
        }
        await OpenCaseAsync("case-late", TestHost.Start.AddHours(-5), 2, Words[1].Text, null);
        await OpenCaseAsync("case-taken", TestHost.Start.AddMinutes(-50), 1, Words[3].Text, "Rosa");
        await Get<Budget>().SpendAsync(SpendKind.SmsSegment, 412, CancellationToken.None);
        await Get<Budget>().SpendAsync(SpendKind.LanguageRecord, 860, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _host is null ? default : _host.DisposeAsync();

    /// <summary>Opens a session by a link that opens once, and the page asked for.</summary>
    public async Task EnterAsync(IPage page, string path = "/dashboard")
    {
        await page.GotoAsync(await NewLinkAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await page.GotoAsync(Url(path));
    }

    /// <summary>Somebody says something now: words are stored, then their fact is told.</summary>
    public async Task SayAsync(string journey)
    {
        await SayAsync(journey, TestHost.Start, ("Recién dicho, todo bien.", "es", "positive", 9, []));
        await Get<DirtyHourStore>().MarkAsync(new DirtyHour("bank", "branch", UtcHour.Of(TestHost.Start.AddHours(-1))), CancellationToken.None);
    }

    private async Task SayAsync(string journey, DateTimeOffset at, (string Text, string Language, string Sentiment, int Nps, Opinion[] Opinions) said) =>
        await Get<VerbatimStore>().SaveAsync(new AnalyzedResponse
        {
            Ref = new ResponseRef("C-1", at.AddHours(-1), journey),
            Revision = 1,
            Program = "bank",
            Touchpoint = "branch",
            Channel = Channel.Sms,
            Locale = said.Language,
            Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = said.Nps },
            State = AnalysisState.Done,
            Complete = true,
            SavedAt = at,
            Verbatims = [new() { QuestionId = "why", Text = said.Text, Language = said.Language, Sentiment = said.Sentiment, Opinions = said.Opinions }],
        }, CancellationToken.None);

    private Task OpenCaseAsync(string id, DateTimeOffset at, int score, string said, string? owner) => Get<CaseStore>().OpenAsync(new Case
    {
        Id = id,
        Token = LinkToken.Create(),
        Program = "bank",
        Touchpoint = "branch",
        RuleId = "detractor",
        Response = new ResponseRef("C-1", at, "journey-" + id),
        Channel = Channel.Sms,
        Locale = "es",
        Metric = QuestionKind.Nps,
        Score = score,
        Verbatim = said,
        OpenedAt = at,
        AcknowledgeBy = at.AddHours(4),
        ResolveBy = at.AddHours(24),
        State = owner is null ? CaseState.Open : CaseState.Acknowledged,
        Owner = owner,
    }, CancellationToken.None);

    private static List<FactChanged> Journey(int i, Random chance)
    {
        string[] touchpoints = ["branch", "branch", "call-center", "loan"];
        string[] branches = ["Miraflores", "San Isidro", "Arequipa Centro", "Cusco"];
        var touchpoint = touchpoints[chance.Next(touchpoints.Length)];
        var news = new FactChanged(1, $"journey-{i}", "bank", touchpoint, TestHost.Start.AddMinutes(-chance.Next(60, 47 * 60)), new Dictionary<string, string> { ["branch"] = branches[chance.Next(4)] });
        var invited = news with { Stage = FieldworkStage.Invited, Channel = chance.Next(3) == 0 ? Channel.Email : Channel.Sms };
        List<FactChanged> facts = [news with { Stage = FieldworkStage.Received }];
        if (chance.Next(10) > 0)
        {
            facts.AddRange([news with { Stage = FieldworkStage.Eligible }, invited, invited with { Stage = FieldworkStage.Delivered }]);
            if (chance.Next(10) < 6)
            {
                var answer = invited with { Stage = FieldworkStage.Started, Scores = Score(touchpoint, chance), Revision = 1, Sentiment = "positive" };
                facts.AddRange([answer, answer with { Stage = FieldworkStage.Answered }]);
            }
            else
            {
                facts.Add(news with { Stage = chance.Next(8) == 0 ? FieldworkStage.OptedOut : FieldworkStage.Expired });
            }
        }
        return facts;
    }

    private static Dictionary<QuestionKind, int> Score(string touchpoint, Random chance)
    {
        var metric = touchpoint switch { "branch" => QuestionKind.Nps, "loan" => QuestionKind.Ces, _ => QuestionKind.Csat };
        var scale = Scale.Of(metric)!;
        return new() { [metric] = Math.Max(scale.Min, scale.Max - (int)(chance.NextDouble() * chance.NextDouble() * (scale.Max - scale.Min) * 1.3)) };
    }

    private T Get<T>()
        where T : notnull => _host.Host.Services.GetRequiredService<T>();
}
