using System.Diagnostics;
using CxFunctions.Tests.EndToEnd.Journeys;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>The whole app on a storage that is away for a minute of real time, in the middle of everything.</summary>
public sealed class StorageOutageTests
{
    // What fails is said each time; that storage is still away, now and then only: ten queues once, the engine every 15 s.
    private const int MostLines = 60;
    private const int MostOfWaiting = 18;
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>
    /// Side by side, since all mostly wait: an hour in that minute, ten minutes in silence, ten with tables away and queues there,
    /// and a message alone. The official engine without its storage is seen in real time elsewhere.
    /// </summary>
    [Fact]
    public Task While_storage_refuses_or_keeps_silent_for_a_minute_everything_waits_and_nothing_fails_or_is_lost() => Task.WhenAll(
        LiveThroughAsync(silently: false, speed: 60, rollups: "0 */10 * * * *"),
        LiveThroughAsync(silently: true, speed: 10, rollups: "0 * * * * *"),
        TablesAway.LiveThroughAsync(Away),
        RestingMessage.IsTriedAgainAsync(Away));

    private static async Task LiveThroughAsync(bool silently, double speed, string rollups)
    {
        // What a listener had taken when its storage went stays unseen for ten minutes, as in Azure; here not longer than a test waits.
        await using var queues = await ShortHold.StartAsync(await SharedAzurite.NewAccountAsync(), Stop);
        using var door = new TcpDoor(queues.ConnectionString);
        await using var scene = await Scene.StartAsync(change: options => options with { Storage = door.ConnectionString, ClockSpeed = speed }, rollups: rollups);
        var people = new OutagePeople(scene);
        using var log = new CountingLog(scene.Host.Parts.Logging);

        var early = await people.AskAsync("answers-before", "answers-meanwhile");
        await people.BuyAsync(dueIn: Away / 2 * speed, "waits-1", "waits-2", "waits-3");
        await scene.WhenIdleAsync();
        await scene.FaultsAsync(new { service = "sms", latencyMs = 3000 });
        await scene.FaultsAsync(new { service = "language", latencyMs = 3000 });
        await people.BuyAsync(TimeSpan.Zero, "is-being-asked");
        await people.UntilAsync("an activity is under way", async () => await people.IsBeingAskedAsync("is-being-asked"));
        Assert.Equal(200, await people.AnswerAsync(early[0]));
        await people.UntilAsync("an answer is being read", () => scene.Host.Parts.Queues.InHand("responses") == 1);
        await people.BuyAsync(TimeSpan.Zero, "lies-in-the-queue-1", "lies-in-the-queue-2", "lies-in-the-queue-3");

        door.Close(silently);
        log.Clear();
        var watch = Stopwatch.StartNew();
        var refused = people.SaveInVainAsync(early[1]);
        while (watch.Elapsed < Away)
        {
            await RefusedInTimeAsync(people, "comes-meanwhile");
            await Task.Delay(TimeSpan.FromSeconds(8), Stop);
        }
        await refused;
        var said = log.Lines;
        door.Open();
        await scene.FaultsAsync(new { service = "sms" });
        await scene.FaultsAsync(new { service = "language" });

        await people.BuyAsync(TimeSpan.Zero, "comes-meanwhile");
        Assert.Equal(200, await people.AnswerAsync(early[1]));
        await AfterOutage.EverybodyIsAskedOnceAndEveryJourneyEndsAsync(people, scene);
        await AfterOutage.NothingFailedAsync(scene);
        Assert.True(said.Count <= MostLines, $"{said.Count} lines in a minute:\n{string.Join('\n', said)}");
        Assert.InRange(said.Count(IsOfWaiting), 0, MostOfWaiting);
    }

    private static bool IsOfWaiting(string line) =>
        line.Contains("Storage does not answer", StringComparison.Ordinal) || line.Contains("cannot be read", StringComparison.Ordinal);

    /// <summary>A sender hangs up after five seconds, and believes what it heard.</summary>
    private static async Task RefusedInTimeAsync(OutagePeople people, string person)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await people.PostAsync(TimeSpan.Zero, person);
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"answered after {watch.Elapsed}");
    }
}
