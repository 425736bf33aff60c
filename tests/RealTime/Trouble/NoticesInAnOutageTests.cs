using System.Net;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>Both message services are away when a manager is to be told; they are told late rather than never, and once.</summary>
public sealed class NoticesInAnOutageTests
{
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";

    // Longer than five tries of a queue message take here.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task What_managers_must_know_waits_until_the_services_are_back_and_is_told_once()
    {
        await using var host = await RealHost.StartAsync("Production");
        var customer = new Customer("unhappy-in-an-outage");
        var invitation = await host.AskedAsync(customer);
        await AwayAsync(host, 1);
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 1, complete: true, why: "Muy lento."));
        await Patience.UntilAsync("a case is opened", async () => await host.Books.CaseAsync(customer) is not null);
        await Task.Delay(Outage, TestContext.Current.CancellationToken);
        Assert.Empty(await ToldAsync(host, customer, Manager));
        await AwayAsync(host, 0);

        foreach (var address in new[] { Manager, ManagersMail })
        {
            await Patience.UntilAsync($"{address} is told", async () => (await ToldAsync(host, customer, address)).Count > 0, TimeSpan.FromMinutes(2));
        }
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Single(await ToldAsync(host, customer, Manager));
        Assert.Single(await ToldAsync(host, customer, ManagersMail));
        Assert.Equal(0, await host.Books.PoisonAsync("notices"));
    }

    private static async Task AwayAsync(RealHost host, double share)
    {
        await host.Outside.FaultsAsync(new { service = "sms", rate500 = share });
        await host.Outside.FaultsAsync(new { service = "email", rate500 = share });
    }

    private static async Task<IReadOnlyList<Received>> ToldAsync(RealHost host, Customer customer, string address)
    {
        var opened = await host.Books.CaseAsync(customer);
        return [.. (await host.Outside.MessagesAsync(address)).Where(message => message.LeadsTo($"/cases/{opened!.Token}"))];
    }
}
