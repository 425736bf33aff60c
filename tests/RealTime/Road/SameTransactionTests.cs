using System.Net;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;

namespace CxFunctions.Tests.RealTime.Road;

/// <summary>A CRM that tells the same thing several times, as all of them do some day.</summary>
public sealed class SameTransactionTests(Hosts hosts)
{
    [Fact]
    public async Task Told_many_times_at_once_and_again_after_its_end_one_transaction_has_one_journey()
    {
        var host = await hosts.Production;
        var twin = new Customer("twin");
        var transaction = twin.Buys(DateTimeOffset.UtcNow, QuickPrograms.Lasting);

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.TellAsync($"msg-twin-{i}", transaction, transaction)));
        Assert.All(told, status => Assert.Equal(HttpStatusCode.Accepted, status));
        var invitation = await host.InvitedAsync(twin);
        var started = await host.Books.History.CreatedAsync(Books.JourneyOf(twin));
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 10, complete: true));
        Assert.Equal(JourneyEnd.Answered, (await host.Books.EndedAsync(twin)).End);

        Assert.Equal(HttpStatusCode.Accepted, await host.TellAsync("msg-twin-late", transaction));
        await Patience.UntilAsync("the last delivery is handled", async () => (await host.Books.DepthAsync("transactions")) == 0);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Single(await host.Outside.SurveysOfAsync(twin));
        Assert.Equal(1, await host.Books.History.StartsAsync(Books.JourneyOf(twin)));
        Assert.Equal(started, await host.Books.History.CreatedAsync(Books.JourneyOf(twin)));
        Assert.Equal(0, await host.Books.PoisonAsync("transactions"));
    }
}
