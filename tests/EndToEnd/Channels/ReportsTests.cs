using System.Net;
using System.Net.Http.Json;
using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.EndToEnd.Channels;

public sealed class ReportsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Channel.Sms, "+51987651001")]
    [InlineData(Channel.Email, "ana3@example.com")]
    public async Task A_delivered_message_settles_its_row_and_tells_its_journey(Channel channel, string address)
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(channel, address);
        await site.SendAsync(invitation);
        var signal = await SignalAsync(site);
        Assert.Equal((invitation.JourneyId, JourneySignalKind.Delivered, Outbox.SendIdOf(invitation)), (signal.JourneyId, signal.Kind, signal.SendId));
        Assert.Equal(SendState.Delivered, (await site.RowAsync(invitation))!.State);
    }

    [Theory]
    [InlineData("sms", Channel.Sms, "+51987651002")]
    [InlineData("email", Channel.Email, "ana4@example.com")]
    public async Task A_message_that_does_not_arrive_tells_its_journey_to_try_another_way(string service, Channel channel, string address)
    {
        await using var site = await RespondentSite.StartAsync();
        await site.FaultAsync(new { service, undeliverable = new[] { address } });
        var invitation = await site.InviteByAsync(channel, address);
        await site.SendAsync(invitation);
        Assert.Equal(JourneySignalKind.DeliveryFailed, (await SignalAsync(site)).Kind);
        Assert.Equal(SendState.Undelivered, (await site.RowAsync(invitation))!.State);
    }

    [Fact]
    public async Task Who_texts_stop_is_left_alone_from_then_on()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(Channel.Sms, "+51987651003");
        await site.SendAsync(invitation);
        using var sandbox = new HttpClient { BaseAddress = site.Host.Sandbox.Url };
        using var reply = await sandbox.PostAsJsonAsync("/sandbox/phones/%2B51987651003/reply", new { text = "Baja por favor" }, Token);
        reply.EnsureSuccessStatusCode();

        var suppressions = site.Services.GetRequiredService<SuppressionStore>();
        await UntilAsync(site, () => suppressions.IsSuppressedAsync("C", ["+51987651003"], Token));
        Assert.Equal(SendResult.Withheld, (await site.SendAsync(invitation, "reminder", reminder: true)).Result);
        Assert.Single(await site.ArrivedAsync("+51987651003"), m => m.Direction == "out");
    }

    [Fact]
    public async Task A_notice_reaches_each_manager_once_on_each_way()
    {
        await using var site = await RespondentSite.StartAsync();
        var notice = new ManagerNotice(1, "alert-1", "bank", ["manager"], [Channel.Sms, Channel.Email], "Detractor at Miraflores", ["Score 2 of 10"], new("https://cx.example/cases/abc"));
        var queues = site.Services.GetRequiredService<QueueSender>();
        await queues.SendAsync(QueueNames.Notices, notice, cancellationToken: Token);
        await queues.SendAsync(QueueNames.Notices, notice, cancellationToken: Token);
        await site.Host.WhenIdleAsync();

        var sms = Assert.Single(await site.ArrivedAsync("+12025550190"));
        Assert.Equal("Detractor at Miraflores\nScore 2 of 10\nhttps://cx.example/cases/abc", sms.Text);
        Assert.Equal("Detractor at Miraflores", Assert.Single(await site.ArrivedAsync("manager@cx.example")).Subject);
    }

    [Fact]
    public async Task Event_Grid_is_let_in_by_its_key_and_both_handshakes_are_answered()
    {
        await using var site = await RespondentSite.StartAsync();
        var key = site.Services.GetRequiredService<IOptions<CommunicationOptions>>().Value.EventsKey;
        var url = new Uri($"/api/events/communication?code={key}", UriKind.Relative);
        object[] validation = [new { id = "1", topic = "/t", subject = "", eventType = "Microsoft.EventGrid.SubscriptionValidationEvent", eventTime = "2026-11-22T10:00:00Z", dataVersion = "1", metadataVersion = "1", data = new { validationCode = "512d" } }];

        using var stranger = await site.Http.PostAsJsonAsync("/api/events/communication?code=wrong", validation, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using var consent = await site.Http.PostAsJsonAsync(url, validation, Token);
        Assert.Equal("""{"validationResponse":"512d"}""", await consent.Content.ReadAsStringAsync(Token));

        using var options = new HttpRequestMessage(HttpMethod.Options, url);
        options.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");
        using var handshake = await site.Http.SendAsync(options, Token);
        Assert.Equal(HttpStatusCode.OK, handshake.StatusCode);
        Assert.Equal("eventgrid.azure.net", Assert.Single(handshake.Headers.GetValues("WebHook-Allowed-Origin")));

        using var nonsense = await site.Http.PostAsync(url, new StringContent("nonsense", System.Text.Encoding.UTF8, "application/json"), Token);
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    private static async Task<JourneySignal> SignalAsync(RespondentSite site)
    {
        var signals = new List<JourneySignal>();
        await UntilAsync(site, async () =>
        {
            signals.AddRange(await site.TakeAsync<JourneySignal>(QueueNames.JourneySignals));
            return signals.Count > 0;
        });
        return Assert.Single(signals);
    }

    /// <summary>Reports come by HTTP from outside: nothing in the host knows that one is on its way.</summary>
    private static async Task UntilAsync(RespondentSite site, Func<Task<bool>> happened)
    {
        for (var i = 0; i < 100; i++)
        {
            await site.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
            if (await happened())
            {
                return;
            }
            await Task.Delay(50, Token);
        }
        Assert.Fail("It did not happen.");
    }
}
