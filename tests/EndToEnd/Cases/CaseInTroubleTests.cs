using System.Text;
using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class CaseInTroubleTests
{
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

    [Fact]
    public async Task A_closed_case_s_form_sent_again_tells_no_journey_that_has_ended()
    {
        await using var scene = await Scene.StartAsync();
        var opened = await OpenAsync(scene);
        var request = new DefaultHttpContext().Request;
        (request.Method, request.ContentType) = ("POST", "application/x-www-form-urlencoded");
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes("move=resolve&who=Rosa&outcome=Settled"));

        await ActivatorUtilities.CreateInstance<CaseEndpoint>(scene.Services).ActAsync(request, opened.Token, new EndedJourneys(), Stop);

        Assert.EndsWith("done=resolve#status", request.HttpContext.Response.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Case> OpenAsync(Scene scene)
    {
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: true, score: 2);
        return await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).SingleAsync(Stop);
    }
}
