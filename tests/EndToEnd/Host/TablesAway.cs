using CxFunctions.Tests.EndToEnd.Journeys;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>Half of storage is away: queues go on giving messages to functions that cannot do their work, for they need tables.</summary>
internal static class TablesAway
{
    // Hardly faster than life, so that a message rests between its tries as long as it would outside. At speed one it would be night
    // in Lima whenever it is.
    private const double Speed = 1.2;

    public static async Task LiveThroughAsync(TimeSpan away)
    {
        using var door = new TcpDoor(await SharedAzurite.NewAccountAsync(), "Table");
        await using var scene = await Scene.StartAsync(change: options => options with { Storage = door.ConnectionString, ClockSpeed = Speed }, rollups: "*/10 * * * * *");
        var people = new OutagePeople(scene);
        var early = await people.AskAsync("answers-before", "answers-meanwhile");
        await people.BuyAsync(away / 2 * Speed, "waits-1", "waits-2");
        await scene.WhenIdleAsync();
        Assert.Equal(200, await people.AnswerAsync(early[0]));

        door.Close();
        var end = Task.Delay(away, TestContext.Current.CancellationToken);
        // Queues are all that a webhook needs: what is accepted now must not be lost.
        await people.BuyAsync(TimeSpan.Zero, "comes-meanwhile-1", "comes-meanwhile-2");
        await people.SaveInVainAsync(early[1]);
        await end;
        door.Open();

        await AfterOutage.EverybodyIsAskedOnceAndEveryJourneyEndsAsync(people, scene);
        await AfterOutage.NothingFailedAsync(scene);
    }
}
