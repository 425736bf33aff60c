using System.Net;
using System.Text.Json;
using CxFunctions.Cases;
using CxFunctions.Foundation.Durable;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Tests.RealTime.Road;

/// <summary>From the webhook to the word back, through every door that people use.</summary>
public sealed class MainRoadTests(Hosts hosts)
{
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";

    [Fact]
    public async Task A_purchase_becomes_a_survey_an_answer_an_alert_a_case_a_word_back_and_a_number()
    {
        var host = await hosts.Production;
        var ana = new Customer("road");
        using var browser = new Browser(host.Http.BaseAddress!);

        var invitation = await host.AskedAsync(ana);
        var thanks = await browser.SendAsync(
            await browser.OpenAsync(invitation.SurveyPath), null, ("a-recommend", "2"), ("a-why", "La espera fue terrible y nadie me ayudó."));
        Assert.Equal(HttpStatusCode.OK, thanks.Status);

        var path = await AlertedAsync(host, ana);
        await browser.SendAsync(await browser.OpenAsync(path), "acknowledge", ("who", "Rosa"));
        await browser.SendAsync(await browser.OpenAsync(path), "resolve", ("who", "Rosa"), ("outcome", "CauseRemoved"), ("text", "Otra caja."), ("wordBack", "Abrimos otra caja."));
        await Patience.UntilAsync("the customer is told", async () =>
            (await host.Outside.MessagesAsync(ana.Phone)).Any(message => message.Text?.Contains("Abrimos otra caja.", StringComparison.Ordinal) == true));

        await TheBooksAreRightAsync(host, ana);
        await host.Books.CompletedAsync(ana);
        await TheNumbersAreRightAsync(host, ana);
    }

    /// <returns>The way to the case, as it reached the manager by telephone and by mail.</returns>
    private static async Task<string> AlertedAsync(RealHost host, Customer customer)
    {
        Case? opened = null;
        await Patience.UntilAsync("a case is opened", async () => (opened = await host.Books.CaseAsync(customer)) is not null);
        var path = $"/cases/{opened!.Token}";
        foreach (var address in new[] { Manager, ManagersMail })
        {
            await Patience.UntilAsync($"the case is told to {address}", async () =>
                (await host.Outside.MessagesAsync(address)).Any(message => message.LeadsTo(path)));
        }
        return path;
    }

    private static async Task TheBooksAreRightAsync(RealHost host, Customer customer)
    {
        var entry = await host.Books.EndedAsync(customer);
        Assert.Equal((LedgerReason.Eligible, JourneyEnd.Answered), (entry.Reason, entry.End));
        Assert.True(entry.ReceivedAt <= entry.InvitedAt && entry.InvitedAt <= entry.AnsweredAt, $"{entry}");
        await Patience.UntilAsync("the case says that the customer was told", async () => (await host.Books.CaseAsync(customer))!.WordBackState == WordBackState.Sent);
        Assert.Equal(CaseState.Resolved, (await host.Books.CaseAsync(customer))!.State);
        Assert.Equal(2, (await host.Outside.MessagesAsync(customer.Phone)).Count); // the invitation and the word back

        var answers = await host.ReadAsync($"/api/responses?program={QuickPrograms.Lasting}&store={customer.Store}");
        var answer = Assert.Single(answers.GetProperty("items").EnumerateArray());
        Assert.Equal("negative", answer.GetProperty("sentiment").GetString());
        Assert.Equal("es", answer.GetProperty("verbatims")[0].GetProperty("language").GetString());
    }

    private static async Task TheNumbersAreRightAsync(RealHost host, Customer customer)
    {
        var numbers = default(JsonElement);
        await Patience.UntilAsync("all that happened is counted", async () =>
        {
            var items = (await host.ReadAsync($"/api/rollups?program={QuickPrograms.Lasting}&touchpoint={QuickPrograms.Touchpoint}&store={customer.Store}"))
                .GetProperty("items").EnumerateArray().ToList();
            numbers = items.Count == 1 ? items[0] : default;
            return items.Count == 1 && numbers.TryGetProperty("nps", out _)
                && new[] { "received", "eligible", "invited", "delivered", "answered" }.All(stage => Count(numbers, stage) == 1);
        });
        Assert.Equal((1, -100), (numbers.GetProperty("nps").GetProperty("n").GetInt32(), numbers.GetProperty("nps").GetProperty("score").GetDouble()));
        Assert.Equal(0, Count(numbers, "expired"));
    }

    private static int Count(JsonElement numbers, string stage) => numbers.GetProperty("fieldwork").GetProperty(stage).GetInt32();
}
