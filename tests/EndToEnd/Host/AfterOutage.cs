using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;
using CxFunctions.Tests.EndToEnd.Journeys;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>What must hold when storage is back.</summary>
internal static class AfterOutage
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task EverybodyIsAskedOnceAndEveryJourneyEndsAsync(OutagePeople people, Scene scene)
    {
        foreach (var person in people.All)
        {
            await people.UntilAsync($"{person} is asked", async () => (await scene.MessagesAsync(people.PhoneOf(person))).Count > 0);
            await people.UntilAsync($"{person} could answer", async () => await people.AnswerAsync(await people.MessageOfAsync(person)) is 200 or 409);
            await people.UntilAsync($"{person}'s journey ends", async () => (await scene.LedgerAsync(person)).End == JourneyEnd.Answered);
        }
        await scene.WhenIdleAsync();
        foreach (var person in people.All)
        {
            var messages = await scene.MessagesAsync(people.PhoneOf(person));
            Assert.True(messages.Count == 1, $"{person} has {messages.Count}:\n{string.Join('\n', messages.Select(message => $"{message.At:O} {message.Text}"))}");
        }
    }

    public static async Task NothingFailedAsync(Scene scene)
    {
        var parts = scene.Host.Parts;
        var state = await scene.Http.GetFromJsonAsync<JsonElement>("/host/state", Stop);
        Assert.DoesNotContain(state.GetProperty("instances").EnumerateArray(), count => count.GetProperty("status").GetString() == "Failed");
        Assert.All(state.GetProperty("queues").EnumerateArray(), queue => Assert.Equal((queue.GetProperty("name").GetString(), 0), (queue.GetProperty("name").GetString(), queue.GetProperty("poison").GetInt32())));
        Assert.All(parts.Timers!.All, timer => Assert.True(timer.NextRun > parts.Clock.Provider.GetUtcNow().AddSeconds(-30), $"{timer.Function} stands still"));
        Assert.False(scene.Host.Ended.IsCompleted);
    }
}
