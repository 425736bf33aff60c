using System.Diagnostics;
using System.Net;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>Storage is away for a minute in the middle of everything, and comes back.</summary>
public sealed class StorageAwayTests
{
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SendersPatience = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_accepted_before_is_done_after_and_what_comes_meanwhile_is_refused_in_time()
    {
        var account = await SharedAzurite.NewAccountAsync();
        // A message that a listener had taken when its storage went stays unseen for ten minutes, as in Azure; here not longer than a test waits.
        await using var queues = await ShortHold.StartAsync(account, Stop);
        using var door = new TcpDoor(queues.ConnectionString, "Table|Queue|Blob");
        await using var host = await RealHost.StartAsync(account, door.ConnectionString);
        var crowd = new Crowd(host);
        var asked = new Customer("asked-before");
        var invitation = await host.AskedAsync(asked);
        await crowd.LiveAsync(8, "just-accepted");

        door.Close();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Away)
        {
            await RefusedInTimeAsync(() => host.TellAsync("msg-meanwhile", new Customer("meanwhile").Buys(DateTimeOffset.UtcNow, QuickPrograms.Lasting)));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SaveAsync(invitation, score: 9, complete: true));
            await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        }
        door.Open();

        await crowd.LiveAsync(2, "afterwards");
        await crowd.FinishAsync();
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 9, complete: true));
        foreach (var person in crowd.Accepted.Keys.Append(asked))
        {
            Assert.Equal(JourneyEnd.Answered, (await host.Books.EndedAsync(person)).End);
            Assert.Single(await host.Outside.SurveysOfAsync(person));
        }
    }

    /// <summary>A sender hangs up after five seconds, and believes what it heard.</summary>
    private static async Task RefusedInTimeAsync(Func<Task<HttpStatusCode>> tell)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await tell());
        Assert.True(watch.Elapsed < SendersPatience, $"answered after {watch.Elapsed}");
    }
}
