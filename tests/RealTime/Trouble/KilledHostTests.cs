using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>
/// Host and worker are killed as <c>kill -9</c> does, in the middle of their work. What they had in hand stands still for a while: the engine's
/// share for the minute that host.json says, the least that the engine takes, the queue trigger's for ten minutes, which no setting changes. Those
/// ten are shortened here, so that a test sees everything come to its end; the bench waits for them.
/// </summary>
public sealed class KilledHostTests
{
    private const int Waves = 3;
    private const int People = 8;
    private readonly Random _chance = new(20261125);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_again_and_again_under_load_nothing_is_lost_and_nobody_is_asked_twice()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var way = await ShortHold.StartAsync(account, TestContext.Current.CancellationToken);
        await using var host = await RealHost.StartAsync(account, way.ConnectionString);
        var crowd = new Crowd(host);

        for (var wave = 0; wave < Waves; wave++)
        {
            var life = crowd.LiveAsync(People, $"wave-{wave}");
            await Task.Delay(_chance.Next(300, 2500), Stop);
            await host.KilledAndStartedAsync();
            await life;
        }
        await crowd.FinishAsync();

        foreach (var (person, answered) in crowd.Accepted)
        {
            var entry = await host.Books.EndedAsync(person, TimeSpan.FromSeconds(120));
            Assert.Equal((person.Name, LedgerReason.Eligible, JourneyEnd.Answered), (person.Name, entry.Reason, entry.End));
            Assert.Single(await host.Outside.SurveysOfAsync(person));
            Assert.True(answered, $"{person.Name} was asked and could not answer");
            Assert.True((await host.Books.AnswerAsync(person))!.Complete);
        }
        Assert.Equal(Waves * People, crowd.Accepted.Count);
        await NothingIsInPoisonAsync(host);
    }

    private static async Task NothingIsInPoisonAsync(RealHost host)
    {
        await foreach (var queue in host.Books.Queues.GetQueuesAsync(cancellationToken: Stop).Where(queue => queue.Name.EndsWith("-poison", StringComparison.Ordinal)))
        {
            Assert.Equal((queue.Name, 0), (queue.Name, await host.Books.DepthAsync(queue.Name)));
        }
    }
}
