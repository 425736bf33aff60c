using System.Net;

namespace CxFunctions.Tests.RealTime.Pages;

/// <summary>
/// Every page and every form through the worker's own pipeline, in both environments: services are checked for their scope in Development alone,
/// and some of what a framework adds is there in Production alone.
/// </summary>
public sealed class EveryPageTests(Hosts hosts)
{
    private const string StaffMail = "manager@cx.example";

    public static TheoryData<string> Environments => ["Development", "Production"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_pages_of_a_respondent(string environment)
    {
        var host = await hosts.Of(environment);
        var (person, stops) = (new Customer("reads-sms"), new Customer("stops"));
        var (invitation, unwanted) = (await host.AskedAsync(person), await host.AskedAsync(stops));
        using var browser = new Browser(host.Http.BaseAddress!);

        var survey = await browser.OpenAsync(invitation.SurveyPath);
        Shows(survey, HttpStatusCode.OK, "a-recommend");
        Shows(await browser.OpenAsync(invitation.SurveyPath + "?score=9&lang=en"), HttpStatusCode.OK, "checked");
        Shows(await browser.SendAsync(survey, null, ("a-why", "Bien")), HttpStatusCode.UnprocessableEntity, "Bien");
        Shows(await browser.SendAsync(survey, null, ("a-recommend", "9"), ("a-why", "Bien")), HttpStatusCode.OK);
        Shows(await browser.OpenAsync(invitation.SurveyPath), HttpStatusCode.OK);
        Shows(await browser.OpenAsync("/s/AAAAAAAAAAAAAAAAAAAAAAAA"), HttpStatusCode.NotFound);
        Shows(await browser.OpenAsync("/s/AAAAAAAAAAAAAAAAAAAAAAAA/stop"), HttpStatusCode.NotFound);

        var stop = await browser.OpenAsync(unwanted.SurveyPath + "/stop");
        Shows(stop, HttpStatusCode.OK, "<form");
        Shows(await browser.SendAsync(stop), HttpStatusCode.OK);
        Shows(await browser.OpenAsync(unwanted.SurveyPath), HttpStatusCode.Gone);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_pages_of_staff(string environment)
    {
        var host = await hosts.Of(environment);
        using var browser = new Browser(host.Http.BaseAddress!);
        var door = await browser.OpenAsync("/dashboard");
        Shows(door, HttpStatusCode.OK, "sign-in");
        Shows(await browser.SendAsync(door, null, ("key", "not the staff's key")), HttpStatusCode.Forbidden, "sign-in");
        Shows(await browser.SendAsync(door, null, ("key", host.Key)), HttpStatusCode.OK, "Tienda Norte");
        foreach (var query in new[] { "", "?program=dying&grain=day", "?program=retail&touchpoint=purchase&grain=month" })
        {
            Shows(await browser.OpenAsync("/dashboard" + query), HttpStatusCode.OK, "Tienda Norte");
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_page_of_a_case_with_each_of_its_forms(string environment)
    {
        var host = await hosts.Of(environment);
        var path = await CaseOfAsync(host, new Customer("unhappy"));
        using var browser = new Browser(host.Http.BaseAddress!);
        var page = await browser.OpenAsync(path);
        Shows(page, HttpStatusCode.OK, "Whom to call");
        foreach (var (move, field) in new[] { ("acknowledge", "who"), ("assign", "owner"), ("note", "text"), ("resolve", "outcome") })
        {
            Shows(await browser.SendAsync(page, move), HttpStatusCode.BadRequest, $"{move}-{field}-error");
        }
        Shows(await browser.SendAsync(page, "acknowledge", ("who", "Rosa")), HttpStatusCode.OK, "Rosa");
        Shows(await browser.SendAsync(page, "assign", ("who", "Rosa"), ("owner", "Juan")), HttpStatusCode.OK, "Juan");
        Shows(await browser.SendAsync(page, "note", ("who", "Juan"), ("text", "Llama mañana")), HttpStatusCode.OK, "Llama");
        Shows(await browser.SendAsync(page, "resolve", ("who", "Juan"), ("outcome", "Settled"), ("text", "Hablamos")), HttpStatusCode.OK, "Hablamos");
        Shows(await browser.OpenAsync(path), HttpStatusCode.OK, "Hablamos");
        Shows(await browser.OpenAsync("/cases/AAAAAAAAAAAAAAAAAAAAAAAA"), HttpStatusCode.NotFound, "No such case");
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task The_letters_to_a_customer_and_to_a_manager(string environment)
    {
        var host = await hosts.Of(environment);
        var person = new Customer("reads-mail", HasPhone: false);
        var letter = await host.AskedAsync(person);
        Assert.Equal("email", letter.Kind);
        Assert.Contains("<a ", letter.Html, StringComparison.Ordinal);
        Assert.Contains(letter.SurveyPath, letter.Html, StringComparison.Ordinal);

        var path = await CaseOfAsync(host, new Customer("unhappy-too"));
        Received? notice = null;
        await Patience.UntilAsync("the manager has a letter", async () =>
            (notice = (await host.Outside.MessagesAsync(StaffMail)).FirstOrDefault(m => m.LeadsTo(path))) is not null);
        Assert.Contains(path, notice!.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task What_machines_read(string environment)
    {
        var host = await hosts.Of(environment);
        foreach (var path in new[] { "/health", "/health?probe=live", "/openapi.json", "/assets/survey.js", "/assets/staff.css", "/widget-that-is-not-there" })
        {
            using var answer = await host.Http.GetAsync(path, Stop);
            Assert.Equal(path.EndsWith("there", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
        }
        foreach (var export in new[] { "/api/ledger", "/api/responses", "/api/rollups" })
        {
            foreach (var (path, status) in new[] { ("", HttpStatusCode.OK), ("?format=csv", HttpStatusCode.OK), ("?program=none", HttpStatusCode.BadRequest) })
            {
                using var answer = await host.SendAsync(HttpMethod.Get, export + path);
                Assert.Equal(status, answer.StatusCode);
                Assert.NotEmpty(await answer.Content.ReadAsStringAsync(Stop));
            }
            using var stranger = await host.Http.GetAsync(export, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        }
    }

    /// <returns>The way to the case that an unhappy answer opened.</returns>
    private static async Task<string> CaseOfAsync(RealHost host, Customer customer)
    {
        var invitation = await host.AskedAsync(customer);
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 1, complete: true, why: "Muy lento."));
        string? token = null;
        await Patience.UntilAsync("a case is opened", async () => (token = (await host.Books.CaseAsync(customer))?.Token) is not null);
        // The case is stored a moment before the link that leads to it, and told of after both.
        await Patience.UntilAsync("its link leads there", async () =>
        {
            using var answer = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/cases/{token}"), TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        });
        return $"/cases/{token}";
    }

    private static void Shows(Page page, HttpStatusCode status, string text = "</html>")
    {
        Assert.Equal((page.Path, status), (page.Path, page.Status));
        Assert.Contains(text, page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("</html>", page.Html, StringComparison.Ordinal);
    }
}
