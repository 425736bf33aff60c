using System.Text;
using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class CaseInTroubleTests
{
    private const string Director = "+12025550191";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_back_that_no_service_takes_for_hours_ends_in_the_timeline_and_not_in_silence()
    {
        await using var scene = await Scene.StartAsync();
        var opened = await OpenAsync(scene);
        await scene.FaultsAsync(new { service = "sms", rate500 = 1.0 });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "resolve", ["who"] = "Rosa", ["outcome"] = "Settled", ["wordBack"] = "Gracias." });
        (await scene.Http.PostAsync($"/cases/{opened.Token}", form, Stop)).Dispose();
        await scene.AdvanceAsync(TimeSpan.FromHours(8));

        var store = scene.Services.GetRequiredService<CaseStore>();
        Assert.Equal(WordBackState.NotSent, (await store.FindAsync(opened.Id, Stop))!.WordBackState);
        Assert.Contains("service-out-of-reach", (await store.TimelineAsync(opened.Id, Stop))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.Unknown)]
    public async Task What_a_manager_did_is_done_whatever_the_engine_says_to_the_event(StatusCode refusal)
    {
        await using var scene = await Scene.StartAsync();
        var opened = await OpenAsync(scene);
        var request = new DefaultHttpContext().Request;
        (request.Method, request.ContentType) = ("POST", "application/x-www-form-urlencoded");
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes("move=resolve&who=Rosa&outcome=Settled"));

        await ActivatorUtilities.CreateInstance<CaseEndpoint>(scene.Services).ActAsync(request, opened.Token, new EndedJourneys(refusal), Stop);

        Assert.EndsWith("done=resolve#status", request.HttpContext.Response.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_whose_change_nobody_told_the_journey_is_looked_at_within_the_hour()
    {
        await using var scene = await Scene.StartAsync();
        var opened = await OpenAsync(scene);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(90));
        var resolve = new CaseAction(CaseMove.Resolve, "Rosa", Outcome: CaseOutcome.Settled, WordBack: "Abrimos otra caja.");
        await scene.Services.GetRequiredService<CaseActions>().ApplyAsync(opened.Id, resolve, Stop);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(31));

        var word = (await scene.MessagesAsync())[^1];
        Assert.Contains("Abrimos otra caja.", word.Text, StringComparison.Ordinal);
        Assert.Equal(WordBackState.Sent, (await scene.Services.GetRequiredService<CaseStore>().FindAsync(opened.Id, Stop))!.WordBackState);
    }

    [Fact]
    public async Task A_case_that_lies_for_two_weeks_keeps_a_short_history_and_its_customer_is_still_told()
    {
        await using var scene = await Scene.StartAsync();
        var opened = await OpenAsync(scene);
        await scene.AdvanceAsync(TimeSpan.FromDays(14));

        var history = await scene.Http.GetStringAsync($"/host/instances/{CaseIds.Journey(opened.Id)}", Stop);
        Assert.InRange(history.Split("TimerFired").Length - 1, 0, 24); // of more than three hundred
        Assert.Equal(2, (await scene.MessagesAsync(Director)).Count);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["move"] = "resolve", ["who"] = "Rosa", ["outcome"] = "CauseRemoved", ["wordBack"] = "Abrimos otra caja." });
        (await scene.Http.PostAsync($"/cases/{opened.Token}", form, Stop)).Dispose();
        await scene.WhenIdleAsync();
        Assert.Contains("Abrimos otra caja.", (await scene.MessagesAsync())[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<Case> OpenAsync(Scene scene)
    {
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: true, score: 2);
        return await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).SingleAsync(Stop);
    }
}
