using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Alerts;

public sealed class ThrottledCasesTests
{
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_unhappy_answers_the_first_is_told_at_once_and_the_others_together_and_each_has_its_case()
    {
        using var programs = Programs.Changed("retail.json", program => program["alerts"]![0]!["throttle"] = "PT30M");
        await using var scene = await Scene.StartAsync(change: programs.Use, notices: "0 * * * * *");
        var people = await Unhappy.AskedAsync(scene, 16);
        var began = scene.Now;
        for (var i = 0; i < 13; i++)
        {
            await people.AnswerAsync(1);
            await scene.AdvanceAsync(TimeSpan.FromMinutes(2));
        }
        Assert.Equal(began, Assert.Single(await scene.MessagesAsync(Manager)).At);
        var cases = await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).ToListAsync(Stop);
        Assert.Equal(13, cases.Count);
        Assert.Equal(13, (await scene.Services.GetRequiredService<OpenCaseList>().FirstAsync("retail", null, 100, 100, Stop)).Count);

        // One of them is closed before anybody was told of it.
        await ResolveAsync(scene, cases.MaxBy(c => c.OpenedAt)!);
        await scene.AdvanceToAsync(began.AddMinutes(31));

        var sms = (await scene.MessagesAsync(Manager))[1];
        Assert.Equal(began.AddMinutes(30), sms.At);
        Assert.Contains(": 11 more unhappy customers at Purchase in store\nThe first: NPS 2 of 10.", sms.Text, StringComparison.Ordinal);
        Assert.Contains("/dashboard?program=retail&touchpoint=purchase&cases=all", Assert.Single(sms.Links), StringComparison.Ordinal);
        var mail = (await scene.MessagesAsync(ManagersMail))[1];
        Assert.Contains(": 11 more unhappy customers", mail.Subject, StringComparison.Ordinal);

        // Half an hour later again, at most one.
        await people.AnswerAsync(3);
        await scene.AdvanceToAsync(began.AddMinutes(59));
        Assert.Equal(2, (await scene.MessagesAsync(Manager)).Count);
        await scene.AdvanceToAsync(began.AddMinutes(61));
        Assert.Equal([began, began.AddMinutes(30), began.AddMinutes(60)], (await scene.MessagesAsync(Manager)).Select(m => m.At));
        Assert.Contains(": 3 more", (await scene.MessagesAsync(Manager))[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_to_which_the_message_leads_shows_every_case()
    {
        await using var scene = await Scene.StartAsync();
        await (await Unhappy.AskedAsync(scene, 14)).AnswerAsync(14);
        using var signIn = await scene.Http.PostAsync("/dashboard/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("key", scene.HostKey)]), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard?program=retail&touchpoint=purchase&cases=all");
        request.Headers.Add("Cookie", signIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var page = await scene.Http.SendAsync(request, Stop);

        Assert.Equal(14, (await page.Content.ReadAsStringAsync(Stop)).Split("class=\"case\"").Length - 1);
    }

    private static async Task ResolveAsync(Scene scene, Case c)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "resolve", ["who"] = "Rosa", ["outcome"] = "Settled" });
        using var answer = await scene.Http.PostAsync($"/cases/{c.Token}", form, Stop);
        Assert.Equal(303, (int)answer.StatusCode);
    }
}
