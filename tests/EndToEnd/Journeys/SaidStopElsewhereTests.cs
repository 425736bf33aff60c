using CxFunctions.Journeys;
using CxFunctions.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>Who said stop by another way than this survey's link: the journey hears nothing of it and must look.</summary>
public sealed class SaidStopElsewhereTests
{
    private const string Phone = "+51987654321";

    [Fact]
    public async Task There_is_no_reminder()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await SayStopAsync(scene);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal((JourneyEnd.Expired, (DateTimeOffset?)null), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.RemindedAt) : default);
    }

    [Fact]
    public async Task There_is_no_word_back()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.AnswerAsync(Assert.Single(await scene.MessagesAsync()), complete: true, score: 2);
        var path = (await FirstToManagerAsync(scene)).CasePath;
        await SayStopAsync(scene);
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("move", "resolve"), KeyValuePair.Create("who", "Rosa"), KeyValuePair.Create("outcome", "Settled"), KeyValuePair.Create("wordBack", "Gracias.")]);
        using var resolved = await scene.Http.PostAsync(path, form, TestContext.Current.CancellationToken);
        Assert.Equal(303, (int)resolved.StatusCode);
        await scene.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(await scene.MessagesAsync());
    }

    private static async Task<Scene.Received> FirstToManagerAsync(Scene scene)
    {
        for (var look = 0; look < 100 && (await scene.MessagesAsync("+12025550190")).Count == 0; look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await scene.AdvanceAsync(TimeSpan.FromSeconds(10));
        }
        return (await scene.MessagesAsync("+12025550190"))[0];
    }

    private static Task SayStopAsync(Scene scene) =>
        scene.Services.GetRequiredService<SuppressionStore>().AddAsync(null, [Phone], "sms", scene.Now, TestContext.Current.CancellationToken);
}
