using System.Net;
using System.Net.Http.Json;
using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Spending;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.EndToEnd.Channels;

/// <summary>What people write to us by SMS, and what they hear.</summary>
public sealed class WishesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("es", "AYUDA", "Banco Andino: le enviamos encuestas breves sobre su experiencia con nosotros. BAJA para no recibirlas, ALTA para recibirlas de nuevo.")]
    [InlineData("en", "help", "Banco Andino: we send short surveys about your experience with us. Reply STOP to end them, START to get them again.")]
    [InlineData("pt", "INFO", "Banco Andino: enviamos pesquisas curtas sobre o seu atendimento. Responda PARE para parar, VOLTAR para receber de novo.")]
    public async Task Who_asks_for_help_hears_who_writes_and_how_to_end_it(string locale, string text, string answer)
    {
        await using var site = await RespondentSite.StartAsync();
        await site.InviteByAsync(Channel.Sms, "+51987652001", locale);
        await EventAsync(site, "e-1", "+51987652001", text);
        await EventAsync(site, "e-1", "+51987652001", text);
        Assert.Equal(answer, Assert.Single(await site.ArrivedAsync("+51987652001")).Text);
    }

    [Fact]
    public async Task A_stranger_who_asks_for_help_is_answered_in_the_language_of_the_word()
    {
        await using var site = await RespondentSite.StartAsync();
        await EventAsync(site, "e-1", "51987652002", "Ajuda");
        Assert.Contains("enviamos pesquisas", Assert.Single(await site.ArrivedAsync("+51987652002")).Text);
    }

    [Fact]
    public async Task Doubt_is_asked_back_once_in_a_week_and_never_guessed()
    {
        const string phone = "+51987652003";
        await using var site = await RespondentSite.StartAsync();
        await site.InviteByAsync(Channel.Sms, phone);
        await EventAsync(site, "e-1", phone, "no me interesa");
        await EventAsync(site, "e-1", phone, "no me interesa");
        await EventAsync(site, "e-2", phone, "quiero cancelar");
        Assert.EndsWith("Responda BAJA y no le escribiremos de nuevo.", Assert.Single(await site.ArrivedAsync(phone)).Text);
        Assert.False(await SuppressedAsync(site, phone));

        await site.Host.AdvanceAsync(TimeSpan.FromDays(6.9));
        await EventAsync(site, "e-3", phone, "no me interesa");
        Assert.Single(await site.ArrivedAsync(phone));
        await site.Host.AdvanceAsync(TimeSpan.FromDays(0.2));
        await EventAsync(site, "e-4", phone, "no me interesa");
        Assert.Equal(2, (await site.ArrivedAsync(phone)).Count);
        Assert.Equal(2, (await site.Services.GetRequiredService<Budget>().SpentAsync(new(2026, 11, 20), Token))[SpendKind.SmsSegment] + (await site.Services.GetRequiredService<Budget>().SpentAsync(new(2026, 11, 27), Token)).GetValueOrDefault(SpendKind.SmsSegment));
    }

    [Fact]
    public async Task Nobody_is_asked_whom_we_never_wrote_to_or_who_said_stop_or_whose_question_costs_more_than_is_left()
    {
        await using var site = await RespondentSite.StartAsync(new Dictionary<string, string> { ["Budget__SmsSegmentsPerDay"] = "0" });
        await site.InviteByAsync(Channel.Sms, "+51987652005");
        await EventAsync(site, "e-1", "+51987652005", "no me interesa");
        Assert.Empty(await site.ArrivedAsync("+51987652005"));

        await using var rich = await RespondentSite.StartAsync();
        await EventAsync(rich, "e-1", "+51987652006", "no me interesa");
        await rich.InviteByAsync(Channel.Sms, "+51987652007");
        await EventAsync(rich, "e-2", "+51987652007", "STOP");
        await EventAsync(rich, "e-3", "+51987652007", "no me interesa");
        Assert.Empty(await rich.ArrivedAsync("+51987652006"));
        Assert.Empty(await rich.ArrivedAsync("+51987652007"));
        Assert.True(await SuppressedAsync(rich, "+51987652007"));
    }

    [Fact]
    public async Task Who_comes_back_is_written_to_again_and_is_told_once_whatever_order_the_words_come_in()
    {
        const string phone = "+51987652008";
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteByAsync(Channel.Sms, phone, "en");
        var stopped = site.Clock.GetUtcNow();
        await EventAsync(site, "e-1", phone, "STOP");
        Assert.Equal(SendResult.Withheld, (await site.SendAsync(invitation)).Result);
        await site.Host.AdvanceAsync(TimeSpan.FromMinutes(5));
        await EventAsync(site, "e-2", phone, "START");
        await EventAsync(site, "e-2", phone, "START");
        await EventAsync(site, "e-1", phone, "STOP", stopped); // comes again, late
        Assert.StartsWith("Banco Andino: you will receive our surveys again", Assert.Single(await site.ArrivedAsync(phone)).Text);
        Assert.Equal(SendResult.Sent, (await site.SendAsync(invitation)).Result);

        await site.Host.AdvanceAsync(TimeSpan.FromMinutes(5));
        await EventAsync(site, "e-3", phone, "stop");
        await EventAsync(site, "e-2", phone, "START", stopped.AddMinutes(5)); // comes again, late
        Assert.True(await SuppressedAsync(site, phone));
    }

    [Fact]
    public async Task Said_on_the_page_it_is_taken_back_by_sms_for_the_phone_its_contact_and_their_mailbox()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteAsync(channel: Channel.Sms, phone: "+51987652009", email: "ana9@example.com");
        using var stop = await site.Http.PostAsync(new Uri($"/s/{invitation.Token}/stop", UriKind.Relative), new FormUrlEncodedContent([]), Token);
        var suppressions = site.Services.GetRequiredService<SuppressionStore>();
        Assert.True(await suppressions.IsSuppressedAsync(invitation.ContactId, [], Token));
        await site.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await EventAsync(site, "e-1", "+51987652009", "Alta");
        Assert.False(await suppressions.IsSuppressedAsync(invitation.ContactId, ["+51987652009", "ana9@example.com"], Token));
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_left_out_until_it_is_released_and_nothing_else_is()
    {
        const string mail = "gone@example.com";
        await using var site = await RespondentSite.StartAsync();
        await site.FaultAsync(new { service = "email", undeliverable = new[] { mail } });
        var invitation = await site.InviteAsync(channel: Channel.Email, phone: "+51987652010", email: mail);
        await site.SendAsync(invitation);
        for (var look = 0; look < 200 && (await LookAsync(site, mail)).Unreachable is null; look++)
        {
            await Task.Delay(20, Token);
            await site.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }
        Assert.False((await LookAsync(site, mail)).Suppressed);
        Assert.Equal(new SendOutcome(SendResult.Failed, "address-unreachable"), await site.SendAsync(invitation, "again"));
        Assert.Equal(SendResult.Sent, (await site.SendAsync(await site.InviteAsync(channel: Channel.Sms, phone: "+51987652010", email: mail))).Result);

        using var stranger = await site.Http.PostAsJsonAsync("/api/suppressions/release", new { address = mail }, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await ReleaseAsync(site, null));
        Assert.Equal(HttpStatusCode.OK, await ReleaseAsync(site, "Gone@Example.com"));
        Assert.Equal(HttpStatusCode.NotFound, await ReleaseAsync(site, mail));
        Assert.Equal(SendResult.Sent, (await site.SendAsync(invitation, "again")).Result);
    }

    [Fact]
    public async Task Nobody_is_written_to_again_by_an_operator_who_said_stop()
    {
        await using var site = await RespondentSite.StartAsync();
        await EventAsync(site, "e-1", "+51987652011", "STOP");
        Assert.Equal(HttpStatusCode.NotFound, await ReleaseAsync(site, "+51987652011"));
        Assert.True(await SuppressedAsync(site, "+51987652011"));
    }

    [Fact]
    public async Task While_the_service_is_away_an_answer_waits_but_not_for_ever()
    {
        const string phone = "+51987652012";
        await using var site = await RespondentSite.StartAsync();
        await site.FaultAsync(new { service = "sms", rate500 = 1.0 });
        await EventAsync(site, "e-1", phone, "help");
        await site.FaultAsync(new { service = "sms" });
        await site.Host.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Single(await site.ArrivedAsync(phone));

        var late = new WishReceived(WishReceived.CurrentVersion, Wish.Help, phone, site.Clock.GetUtcNow().AddHours(-2), "e-2");
        await site.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.Wishes, late, cancellationToken: Token);
        await site.Host.WhenIdleAsync();
        Assert.Single(await site.ArrivedAsync(phone));
    }

    private static async Task EventAsync(RespondentSite site, string id, string from, string message, DateTimeOffset? at = null)
    {
        var code = site.Services.GetRequiredService<IOptions<CommunicationOptions>>().Value.EventsKey;
        var now = at ?? site.Clock.GetUtcNow();
        object[] events = [new { id, topic = "/t", subject = "", eventType = "Microsoft.Communication.SMSReceived", eventTime = now, dataVersion = "1", metadataVersion = "1", data = new { messageId = id, from = from.TrimStart('+'), to = "18335550100", message, receivedTimestamp = now } }];
        using var answer = await site.Http.PostAsJsonAsync(new Uri($"/api/events/communication?code={code}", UriKind.Relative), events, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await site.Host.WhenIdleAsync();
    }

    private static async Task<HttpStatusCode> ReleaseAsync(RespondentSite site, string? address)
    {
        using var answer = await site.Http.PostAsJsonAsync(new Uri($"/api/suppressions/release?code={site.Host.HostKey}", UriKind.Relative), new { address }, Token);
        return answer.StatusCode;
    }

    private static Task<SuppressionLook> LookAsync(RespondentSite site, string address) =>
        site.Services.GetRequiredService<SuppressionStore>().LookAsync(null, [address], site.Clock.GetUtcNow(), Token);

    private static async Task<bool> SuppressedAsync(RespondentSite site, string address) => (await LookAsync(site, address)).Suppressed;
}
