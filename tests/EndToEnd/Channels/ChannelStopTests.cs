using CxFunctions.Channels.Stops;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

/// <summary>A wrong setting of ours is no wrong number: the channel stops, operations hear of it, and nobody is given up.</summary>
public sealed class ChannelStopTests
{
    private const string EveryTenMinutes = "0 */10 * * * *";
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";
    private const string Ben = "+51987654322";
    private const string Cleo = "+51987654323";

    [Theory]
    [InlineData(400, "BadRequest", "Invalid From phone number format.")]
    [InlineData(401, "Denied", "The sender is not authorized.")]
    [InlineData(400, "BadRequest", "")]
    public async Task While_the_service_refuses_our_sender_customers_wait_operations_are_told_once_and_then_all_are_asked_once(int status, string code, string message)
    {
        await using var scene = await Scene.StartAsync(notices: EveryTenMinutes);
        await scene.FaultsAsync(new { service = "sms", refuse = new { status, code, message } });
        await scene.PostAsync(Scene.Purchase("T-1", scene.Now), Scene.Purchase("T-2", scene.Now.AddMinutes(-1), "C-2", Ben), Scene.Purchase("T-3", scene.Now.AddMinutes(-9), "C-3", Cleo));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Empty(await scene.MessagesAsync(Ben));
        foreach (var id in new[] { "T-1", "T-2", "T-3" })
        {
            var entry = await scene.LedgerAsync(id);
            Assert.Equal((id, null, null), (id, entry.End, entry.InvitedAt));
            Assert.Empty(entry.FailedChannels);
        }
        var told = Assert.Single(await scene.MessagesAsync(ManagersMail), m => m.Subject!.StartsWith("Tienda Norte", StringComparison.Ordinal));
        Assert.Equal("Tienda Norte: SMS is stopped: check our settings", told.Subject);

        var stop = await scene.Services.GetRequiredService<ChannelStopStore>().FindAsync(Catalog.Channel.Sms, TestContext.Current.CancellationToken);
        Assert.Equal($"sms-{status} ({code})", stop!.Reason);

        await scene.FaultsAsync(new { service = "sms" });
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Null(await scene.Services.GetRequiredService<ChannelStopStore>().FindAsync(Catalog.Channel.Sms, TestContext.Current.CancellationToken));

        foreach (var phone in new[] { "+51987654321", Ben, Cleo })
        {
            Assert.Single(await scene.MessagesAsync(phone));
        }
        Assert.Contains(await scene.MessagesAsync(ManagersMail), m => m.Subject == "Tienda Norte: SMS works again");
    }

    [Fact]
    public async Task While_the_sender_of_e_mails_is_unknown_operations_are_told_by_SMS_and_the_service_is_asked_every_five_minutes()
    {
        await using var scene = await Scene.StartAsync(notices: EveryTenMinutes);
        await scene.FaultsAsync(new { service = "email", refuse = new { status = 404, code = "DomainNotLinked", message = "The specified sender domain has not been linked." } });
        await scene.PostAsync(new
        {
            id = "T-1",
            program = "retail",
            touchpoint = "purchase",
            occurredAt = scene.Now,
            contact = new { id = "C-1", email = "ana@example.com", timeZone = "America/Lima", consent = new { email = true } },
        });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(50));

        Assert.Contains(await scene.MessagesAsync(Manager), m => m.Text!.Contains("E-mail is stopped", StringComparison.Ordinal));
        Assert.Null((await scene.LedgerAsync("T-1")).End);

        await scene.FaultsAsync(new { service = "email" });
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Single(await scene.MessagesAsync("ana@example.com"));
    }

    /// <summary>Where the service does not say whose fault it is: it has just taken another, so it is not ours.</summary>
    [Fact]
    public async Task A_refusal_without_a_reason_is_the_recipients_where_the_service_has_just_taken_others()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", scene.Now));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Single(await scene.MessagesAsync("+51987654321"));
        await scene.FaultsAsync(new { service = "sms", refuse = new { status = 400, code = "BadRequest", message = "" } });
        await scene.PostAsync(Scene.Purchase("T-2", scene.Now.AddMinutes(-29), "C-2", Ben, "ben@example.com"));
        await scene.AdvanceAsync(ChannelStops.Trust - TimeSpan.FromMinutes(10));

        Assert.Single(await scene.MessagesAsync("ben@example.com"));
        Assert.Equal([Catalog.Channel.Sms], (await scene.LedgerAsync("T-2")).FailedChannels);
    }
}
