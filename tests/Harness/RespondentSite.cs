using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.Catalog;
using CxFunctions.Channels.Events;
using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Replies;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Phones;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Journeys;
using CxFunctions.LocalHost.Running;
using CxFunctions.Messages;
using CxFunctions.Privacy;
using CxFunctions.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.Harness;

/// <summary>
/// The way to a respondent and back (messages out, links, answers, reports) on a real host, with nobody behind the queues of
/// journeys and answers: a test sees every message that was sent there. The clock stands still until it is advanced; it is
/// ten in the morning in Lima.
/// </summary>
public sealed class RespondentSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    private readonly TestHost _host;

    private RespondentSite(TestHost host) => _host = host;

    public RunningHost Host => _host.Host;

    public Uri Url => Host.Url;

    public HttpClient Http => _host.Http;

    public TimeProvider Clock => Host.Clock;

    public IServiceProvider Services => Host.Services;

    public QueueServiceClient Queues => Services.GetRequiredService<QueueServiceClient>();

    public TableServiceClient Tables => Services.GetRequiredService<TableServiceClient>();

    /// <param name="settings">App settings beside the usual ones.</param>
    public static async Task<RespondentSite> StartAsync(IReadOnlyDictionary<string, string>? settings = null) => new(await TestHost.StartAsync(options => options with
    {
        ClockStart = Start,
        Settings = settings ?? options.Settings,
        FunctionTypes =
        [
            typeof(SurveyEndpoint), typeof(SubmitEndpoint), typeof(SurveyScriptEndpoint), typeof(StopEndpoint), typeof(OptOutConsumer),
            typeof(CommunicationEventsEndpoint), typeof(ManagerNoticeConsumer), typeof(WishConsumer), typeof(ReleaseEndpoint),
        ],
    }));

    /// <summary>Invites somebody who was never asked before to a survey of the sample programs, about what happened so long ago.</summary>
    public async Task<SurveyInvitation> InviteAsync(string program = "bank", string touchpoint = "branch", string locale = "es", Channel channel = Channel.Sms, string? phone = null, string? email = null, TimeSpan age = default)
    {
        var id = Guid.NewGuid().ToString("N");
        var now = Clock.GetUtcNow() - age;
        var invitation = new SurveyInvitation
        {
            Token = LinkToken.Create(),
            JourneyId = JourneyIds.Of("standard", id),
            Program = program,
            Touchpoint = touchpoint,
            ContactId = "C-" + id,
            Source = "standard",
            TransactionId = id,
            OccurredAt = now,
            Channel = channel,
            Locale = locale,
            ExpiresAt = now.AddHours(48),
            ClosesAt = now.AddHours(48.5),
        };
        await Services.GetRequiredService<InvitationStore>().SaveAsync(invitation, CancellationToken.None);
        if (phone is not null || email is not null)
        {
            var consent = new TransactionConsent { Sms = phone is not null, Email = email is not null };
            var told = new TransactionContact { Id = invitation.ContactId, Name = "Ana Quispe", Phone = phone, Email = email, Locale = locale, TimeZone = "America/Lima", Consent = consent };
            var profile = ContactProfile.Of(told, now);
            await Services.GetRequiredService<ContactStore>().LearnAsync(profile, CancellationToken.None);
        }
        if (phone is not null && channel == Channel.Sms)
        {
            await Services.GetRequiredService<PhoneStore>().AddAsync(phone, new(invitation.JourneyId, invitation.ContactId, invitation.Program, invitation.Locale, invitation.OccurredAt), CancellationToken.None);
        }
        return invitation;
    }

    public Task<StoredResponse?> StoredAsync(SurveyInvitation invitation) =>
        Services.GetRequiredService<ResponseStore>().FindAsync(new(invitation.ContactId, invitation.OccurredAt, invitation.JourneyId), CancellationToken.None);

    /// <summary>Takes everything that lies on the queue.</summary>
    public async Task<IReadOnlyList<T>> TakeAsync<T>(string queue)
    {
        var client = Queues.GetQueueClient(queue);
        var taken = new List<T>();
        while ((await client.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                taken.Add(JsonSerializer.Deserialize<T>(message.Body.ToMemory().Span, CxJson.Lenient)!);
                await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
        return taken;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
