using CxFunctions.Journeys;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.DurableTask.Client;

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
            Assert.Single(await scene.MessagesAsync(people.PhoneOf(person)));
        }
    }

    public static async Task NothingFailedAsync(Scene scene)
    {
        var parts = scene.Host.Parts;
        var counts = await parts.Durable!.Inspect.CountByStatusAsync(Stop);
        Assert.Equal(0, counts.GetValueOrDefault(OrchestrationRuntimeStatus.Failed));
        foreach (var queue in parts.Triggers!.Queues)
        {
            var poison = new Azure.Storage.Queues.QueueClient(scene.Host.Storage, queue.Queue.Name + "-poison");
            Assert.True(!await poison.ExistsAsync(Stop) || (await poison.PeekMessagesAsync(1, Stop)).Value.Length == 0, $"poison in {queue.Queue.Name}");
        }
        Assert.All(parts.Triggers.Timers, timer => Assert.True(timer.NextRun > parts.Clock.Provider.GetUtcNow().AddSeconds(-30), $"{timer.Function} stands still"));
        Assert.False(scene.Host.Ended.IsCompleted);
    }
}
