using CxFunctions.Cases;
using CxFunctions.Cases.Pages;
using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Sms;
using CxFunctions.Channels.Stops;
using CxFunctions.Dashboard;
using CxFunctions.Dashboard.Operations;
using CxFunctions.Dashboard.Pages;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using CxFunctions.Messages;
using CxFunctions.Privacy.Pages;
using CxFunctions.Responses.Pages;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Spending;
using CxFunctions.Tests.Unit.Cases;
using CxFunctions.Tests.Unit.Responses;

namespace CxFunctions.Tests.Unit.Pages;

/// <summary>Every page and e-mail of the app, each with all of its parts.</summary>
internal static class EveryPage
{
    private static readonly DateTimeOffset Now = Surveys.Occurred.AddHours(3);
    private static readonly Brand Brand = Surveys.Program.Brand;

    public static IReadOnlyDictionary<string, Func<PageRenderer, Task<string>>> All { get; } = new Dictionary<string, Func<PageRenderer, Task<string>>>
    {
        ["survey"] = r => r.HtmlAsync<SurveyPage>(With((nameof(SurveyPage.Model), new SurveyPageModel(Surveys.Visit(), "es")))),
        ["state"] = r => r.HtmlAsync<StatePage>(With((nameof(StatePage.Look), Looks.Of(Surveys.Visit(), "es", "x")), (nameof(StatePage.Words), StateWords.Thanks("es")))),
        ["stop"] = r => r.HtmlAsync<StopPage>(With((nameof(StopPage.Model), new StopPageModel(StopStep.Ask, "es", "token", Brand)))),
        ["stopped"] = r => r.HtmlAsync<StopPage>(With((nameof(StopPage.Model), new StopPageModel(StopStep.Stopped, "es", "token", Brand)))),
        ["sign-in"] = r => r.HtmlAsync<SignInPage>(With((nameof(SignInPage.News), SignInNews.Throttled), (nameof(SignInPage.ByAccount), true), (nameof(SignInPage.ByKey), true))),
        ["sign-in link"] = r => r.HtmlAsync<SignInLinkPage>(With((nameof(SignInLinkPage.Token), "token"))),
        ["dashboard"] = r => r.HtmlAsync<DashboardPage>(With((nameof(DashboardPage.View), Dashboard()))),
        ["operations"] = r => r.HtmlAsync<OperationsPage>(With((nameof(OperationsPage.View), Operations()))),
        ["case"] = r => r.HtmlAsync<CasePage>(With((nameof(CasePage.Model), Case(c => c)))),
        ["closed case"] = r => r.HtmlAsync<CasePage>(With((nameof(CasePage.Model), Case(c => c with { State = CaseState.Resolved, WordBack = "Gracias." })))),
        ["case to be closed"] = r => r.HtmlAsync<CasePage>(With(
            (nameof(CasePage.Model), Case(c => c)),
            (nameof(CasePage.Form), CaseFormState.Of(null)),
            (nameof(CasePage.Preview), new WordBackPreview(Channel.Sms, "Banco: Gracias.", SmsSegments.Of("Banco: Gracias."), null)))),
        ["case that somebody else was first with"] = r => r.HtmlAsync<CasePage>(With((nameof(CasePage.Model), Case(c => c)), (nameof(CasePage.IsOvertaken), true))),
        ["expired case"] = r => r.HtmlAsync<ExpiredCasePage>(With()),
        ["case that can't be read"] = r => r.HtmlAsync<UnavailableCasePage>(With()),
        ["case that can't be saved"] = r => r.HtmlAsync<UnsavedCasePage>(With((nameof(UnsavedCasePage.Token), "t"), (nameof(UnsavedCasePage.Form), CaseFormState.Empty))),
        ["unknown case"] = r => r.HtmlAsync<UnknownCasePage>(With()),
        ["survey mail"] = async r => (await new LetterWriter(r).SurveyAsync(
            new SurveyEmailModel("es", Brand, "s", "b", Surveys.Questionnaire.Questions[0], "Agencia", "https://cx.example/s/token"))).Html,
        ["word back mail"] = async r => (await new LetterWriter(r).WordBackAsync(new WordBackEmailModel("es", Brand, "Ana", "Gracias."))).Html,
        ["notice mail"] = async r => (await new LetterWriter(r).NoticeAsync(Notice, Brand)).Html,
    };

    private static ManagerNotice Notice => new(1, "n-1", "bank", ["manager"], [Channel.Email], "Unhappy customer", ["NPS 2."], new Uri("https://cx.example/cases/x"));

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] parameters) => parameters.ToDictionary(p => p.Name, p => p.Value);

    private static CaseModel Case(Func<Case, Case> change)
    {
        var c = change(CaseTransitionsTests.NewCase());
        return new CaseModel(c, "Banco", "Branch", null, Now, true, [new CaseEvent(c.OpenedAt, CaseEventKind.Opened, "system", null)], Now);
    }

    private static OperationsView Operations()
    {
        var reason = new PoisonReason("facts", "k", Now, "FactConsumer", "i", 5, "UnknownMessageException", "It is of version 9.");
        var dead = new PoisonMessage("m-1", Now, 0, reason);
        return new OperationsView(
            Now,
            [new PoisonQueue("facts", 3, 40, [dead, dead with { Reason = null }]), new PoisonQueue("cases", 0, 0, [])],
            [new WaitingNotice(Notice, "manager", Channel.Sms, Now)],
            [new ChannelStop(Channel.Sms, Now, "sms-401 (Denied)", Now)],
            "One message went back to facts.");
    }

    private static DashboardView Dashboard()
    {
        var query = new DashboardQuery(Surveys.Program, null, Grain.Hour);
        var key = RollupKey.Total("bank", RollupKey.All, Grain.Hour);
        var total = new Rollup(key, Now, new RollupCounts());
        var words = new VerbatimReading { QuestionId = "why", Text = "Mal", Language = "es", Sentiment = "negative", Opinions = [new Opinion("caja", "negative", ["lenta"])] };
        var answer = new AnalyzedResponse
        {
            Ref = new("C-1", Now, "journey-1"),
            Revision = 1,
            Program = "bank",
            Touchpoint = "branch",
            Channel = Channel.Sms,
            Locale = "es",
            Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 2 },
            Verbatims = [words],
            State = AnalysisState.Done,
            Complete = true,
            SavedAt = Now,
        };
        return new DashboardView
        {
            Query = query,
            Programs = [Surveys.Program],
            Now = Now,
            Series = [.. query.Metrics.Select(m => ScoreSeries.Of(m, query, Now, new Dictionary<DateTimeOffset, Rollup>(), total))],
            Total = total,
            Breakdowns = [new Breakdown(RollupKey.Channel, [total]), new Breakdown("branch", [], TooMany: true)],
            CountedAnew = true,
            Words = new LatestWords([.. AnalyzedVerbatim.Of(answer)], 500),
            Cases = new MostUrgentCases([new CaseSummary("c", "t", "bank", "branch", CaseState.Open, QuestionKind.Nps, 2, "Mal", null, Now, Now, Now, true)], 200, OrMore: true),
            Spends = [new Spend(SpendKind.Email, 1, 10)],
        };
    }
}
