using System.Net.Http.Json;
using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Messages;
using CxFunctions.Sandbox.Messages;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

/// <summary>What a channel test does over and over: send, look at what arrived, make the world misbehave.</summary>
internal static class Outbox
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As a journey's step does that may be a repetition: what is settled is settled, else everything is seen anew.</summary>
    public static async Task<SendOutcome> SendAsync(this RespondentSite site, SurveyInvitation invitation, string? sendId = null, bool reminder = false)
    {
        var sender = site.Services.GetRequiredService<SurveySender>();
        if (await sender.SettledAsync(sendId ?? SendIdOf(invitation), Token) is { } settled)
        {
            return settled;
        }
        var contact = await site.Services.GetRequiredService<ContactStore>().FindAsync(invitation.ContactId, Token);
        var look = contact is null ? default
            : await site.Services.GetRequiredService<SuppressionStore>().LookAsync(contact.Id, [contact.Phone, contact.Email], site.Clock.GetUtcNow(), Token);
        return await sender.SendAsync(new SurveyMessage(sendId ?? SendIdOf(invitation), invitation, contact, look, reminder), Token);
    }

    public static string SendIdOf(SurveyInvitation invitation) => $"{invitation.JourneyId}|{invitation.Channel}|invite";

    public static async Task<IReadOnlyList<Message>> ArrivedAsync(this RespondentSite site, string to)
    {
        using var sandbox = new HttpClient { BaseAddress = site.Host.Sandbox.Url };
        return (await sandbox.GetFromJsonAsync<List<Message>>(new Uri($"/sandbox/messages?to={Uri.EscapeDataString(to)}", UriKind.Relative), CxJson.Lenient, Token))!;
    }

    public static async Task FaultAsync(this RespondentSite site, object fault)
    {
        using var sandbox = new HttpClient { BaseAddress = site.Host.Sandbox.Url };
        using var answer = await sandbox.PutAsJsonAsync("/sandbox/faults", fault, Token);
        answer.EnsureSuccessStatusCode();
    }

    public static Task<SendRow?> RowAsync(this RespondentSite site, SurveyInvitation invitation) =>
        site.Services.GetRequiredService<SendStore>().FindAsync(SendIdOf(invitation), Token);

    /// <summary>Puts the row back to where a process that was killed between sending and noting it would have left it.</summary>
    public static async Task ForgetThatItWasSentAsync(this RespondentSite site, SurveyInvitation invitation)
    {
        var table = site.Tables.GetTableClient(TableNames.Sends);
        var row = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(SendStore.KeyOf(SendIdOf(invitation)), "send", cancellationToken: Token)).Value;
        row["State"] = nameof(SendState.Intended);
        row.Remove("MessageId");
        await table.UpdateEntityAsync(row, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace, Token);
    }

    public static Task<SurveyInvitation> InviteByAsync(this RespondentSite site, Channel channel, string address, string locale = "es") =>
        channel == Channel.Sms
            ? site.InviteAsync(locale: locale, channel: channel, phone: address)
            : site.InviteAsync(locale: locale, channel: channel, email: address);
}
