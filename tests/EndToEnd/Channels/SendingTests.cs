using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

public sealed class SendingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Channel.Sms, "+51987650001")]
    [InlineData(Channel.Email, "ana1@example.com")]
    public async Task However_often_and_wherever_it_crashed_a_survey_goes_out_once(Channel channel, string address)
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(channel, address);
        Assert.Equal(SendResult.Sent, (await site.SendAsync(invitation)).Result);
        Assert.Equal(SendResult.Sent, (await site.SendAsync(invitation)).Result);

        await site.ForgetThatItWasSentAsync(invitation);
        Assert.Equal(SendResult.Sent, (await site.SendAsync(invitation)).Result);

        var message = Assert.Single(await site.ArrivedAsync(address));
        Assert.Contains($"/s/{invitation.Token}", message.Text ?? message.Html);
        Assert.Equal(SendState.Sent, (await site.RowAsync(invitation))!.State);
        Assert.Equal(StableId.GuidOf(Outbox.SendIdOf(invitation)).ToString(), message.RepeatabilityId);
    }

    [Fact]
    public async Task Different_sends_are_different_messages()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(Channel.Sms, "+51987650002");
        await site.SendAsync(invitation);
        await site.SendAsync(invitation, "reminder", reminder: true);
        Assert.Equal(2, (await site.ArrivedAsync("+51987650002")).Count);
    }

    [Fact]
    public async Task A_service_in_trouble_is_an_exception_and_the_next_try_sends()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(Channel.Sms, "+51987650003");
        await site.FaultAsync(new { service = "sms", rate500 = 1.0 });
        Assert.Equal(500, (await Assert.ThrowsAsync<MessageServiceException>(() => site.SendAsync(invitation))).Status);
        await site.FaultAsync(new { service = "sms", rate500 = 0.0, rate429 = 1.0 });
        Assert.Equal(429, (await Assert.ThrowsAsync<MessageServiceException>(() => site.SendAsync(invitation))).Status);
        Assert.Equal(SendState.Intended, (await site.RowAsync(invitation))!.State);

        await site.FaultAsync(new { service = "sms", rate500 = 0.0, rate429 = 0.0 });
        Assert.Equal(SendResult.Sent, (await site.SendAsync(invitation)).Result);
        Assert.Single(await site.ArrivedAsync("+51987650003"));
    }

    [Fact]
    public async Task A_number_that_the_service_refuses_is_for_the_next_channel()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(Channel.Sms, "+1555");
        Assert.Equal(new SendOutcome(SendResult.Failed, "sms-400"), await site.SendAsync(invitation));
        Assert.Equal(SendState.Refused, (await site.RowAsync(invitation))!.State);
    }

    [Fact]
    public async Task Nothing_goes_to_somebody_who_said_stop_nor_at_night_nor_after_expiry_nor_without_consent()
    {
        await using var site = await RespondentSite.StartAsync();
        var (stopped, sleeping, unasked) =
            (await site.InviteByAsync(Channel.Sms, "+51987650004"), await site.InviteByAsync(Channel.Sms, "+51987650005"), await site.InviteAsync(channel: Channel.Sms, email: "ana@example.com"));
        await site.Services.GetRequiredService<SuppressionStore>().AddAsync(null, ["51987650004"], "sms", site.Clock.GetUtcNow(), Token);

        Assert.Equal(new SendOutcome(SendResult.Withheld, "suppressed"), await site.SendAsync(stopped));
        Assert.Equal(new SendOutcome(SendResult.Failed, "no-consent"), await site.SendAsync(unasked));
        await site.Host.AdvanceAsync(TimeSpan.FromHours(11));
        Assert.Equal(new SendOutcome(SendResult.Postponed, "quiet-hours"), await site.SendAsync(sleeping));
        await site.Host.AdvanceAsync(TimeSpan.FromHours(37));
        Assert.Equal(new SendOutcome(SendResult.Withheld, "expired"), await site.SendAsync(sleeping));

        Assert.Empty(await site.ArrivedAsync("+51987650004"));
        Assert.Empty(await site.ArrivedAsync("+51987650005"));
        Assert.Null(await site.RowAsync(stopped));
    }

    [Fact]
    public async Task When_the_day_s_budget_is_spent_surveys_wait_for_the_next_day()
    {
        await using var site = await RespondentSite.StartAsync(new Dictionary<string, string> { ["Budget__SmsSegmentsPerDay"] = "1" });
        var first = await site.InviteByAsync(Channel.Sms, "+51987650006");
        var second = await site.InviteByAsync(Channel.Sms, "+51987650007");
        Assert.Equal(SendResult.Sent, (await site.SendAsync(first)).Result);
        Assert.Equal(new SendOutcome(SendResult.Postponed, "budget-spent"), await site.SendAsync(second));

        await site.Host.AdvanceAsync(TimeSpan.FromHours(24));
        Assert.Equal(SendResult.Sent, (await site.SendAsync(second)).Result);
        Assert.Single(await site.ArrivedAsync("+51987650007"));
    }

    [Theory]
    [InlineData("es", "Banco Andino: sobre lo que nos contó")]
    [InlineData("en", "Banco Andino: about what you told us")]
    [InlineData("pt", "Banco Andino: sobre o que você nos contou")]
    public async Task A_customer_hears_what_changed(string locale, string subject)
    {
        await using var site = await RespondentSite.StartAsync();
        var contact = (await site.InviteByAsync(Channel.Email, "ana2@example.com", locale)).ContactId;
        var sender = site.Services.GetRequiredService<WordBackSender>();
        var word = new WordBack("case-1|word", contact, "bank", Channel.Email, locale, "Hay una caja más.");
        Assert.Equal(SendResult.Sent, (await sender.SendAsync(word, Token)).Result);
        Assert.Equal(SendResult.Sent, (await sender.SendAsync(word, Token)).Result);

        var message = Assert.Single(await site.ArrivedAsync("ana2@example.com"));
        Assert.Equal(subject, message.Subject);
        Assert.Contains("Hay una caja más.", message.PlainText);
        Assert.Contains("Ana", message.PlainText);
    }
}
