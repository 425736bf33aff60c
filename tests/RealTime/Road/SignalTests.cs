using System.Net;
using System.Text.Json;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using CxFunctions.Journeys;
using CxFunctions.Messages;

namespace CxFunctions.Tests.RealTime.Road;

/// <summary>Signals come doubled, late, and for journeys that are over or never were.</summary>
public sealed class SignalTests(Hosts hosts)
{
    private const string Queue = "journey-signals";

    [Fact]
    public async Task Two_hundred_signals_at_once_doubled_late_and_to_nobody_do_nothing_but_what_they_say()
    {
        var host = await hosts.Production;
        var (open, ended) = (new Customer("open"), new Customer("ended"));
        var invitations = await Task.WhenAll(host.AskedAsync(open), host.AskedAsync(ended));
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitations[1], score: 9, complete: true));
        var before = await host.Books.EndedAsync(ended);

        await Task.WhenAll(Enumerable.Range(0, 50).SelectMany(_ => new[]
        {
            SendAsync(host, Books.JourneyOf(open), JourneySignalKind.Started),
            SendAsync(host, Books.JourneyOf(open), JourneySignalKind.Delivered),
            SendAsync(host, Books.JourneyOf(ended), JourneySignalKind.OptedOut),
            SendAsync(host, JourneyIds.Of("standard", "never-was"), JourneySignalKind.Answered),
        }));
        await Patience.UntilAsync("all signals are handled", async () => await host.Books.DepthAsync(Queue) == 0);

        await Patience.UntilAsync("the start is written", async () => (await host.Books.EntryAsync(open)).StartedAt is not null);
        Assert.Null((await host.Books.EntryAsync(open)).End);
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitations[0], score: 9, complete: true));
        Assert.Equal(JourneyEnd.Answered, (await host.Books.EndedAsync(open)).End);
        await host.Books.CompletedAsync(open);
        var after = await host.Books.EntryAsync(ended);
        Assert.Equal((before.End, before.EndedAt, before.AnsweredAt), (after.End, after.EndedAt, after.AnsweredAt));
        Assert.Equal(0, await host.Books.PoisonAsync(Queue));
        Assert.Null(await host.Books.History.StatusAsync(JourneyIds.Of("standard", "never-was")));
    }

    private static Task SendAsync(RealHost host, string journey, JourneySignalKind kind) => host.Books.Queues.GetQueueClient(Queue).SendMessageAsync(
        JsonSerializer.Serialize(new JourneySignal(JourneySignal.CurrentVersion, journey, kind, DateTimeOffset.UtcNow), CxJson.Lenient),
        TestContext.Current.CancellationToken);
}
