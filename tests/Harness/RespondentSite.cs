using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.Catalog;
using CxFunctions.Channels.Events;
using CxFunctions.Foundation;
using CxFunctions.Intake;
using CxFunctions.Journeys;
using CxFunctions.LocalHost;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Running;
using CxFunctions.Privacy;
using CxFunctions.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.Harness;

/// <summary>
/// The pages behind links on a real host and a real storage, with nobody behind the queues: a test sees every message that
/// was sent. The clock stands still until it is advanced.
/// </summary>
public sealed class RespondentSite : IAsyncDisposable
{
    public const string EventsKey = "events-key-of-this-test-run";

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    private readonly AzuriteFixture _azurite;
    private readonly RunningHost _host;
    private readonly string _folder;

    private RespondentSite(AzuriteFixture azurite, RunningHost host, string folder)
    {
        (_azurite, _host, _folder) = (azurite, host, folder);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Url };
    }

    public Uri Url => _host.Url;

    public HttpClient Http { get; }

    public SteppedTimeProvider Clock => (SteppedTimeProvider)_host.Clock;

    public IServiceProvider Services => _host.Services;

    public QueueServiceClient Queues => Services.GetRequiredService<QueueServiceClient>();

    public TableServiceClient Tables => Services.GetRequiredService<TableServiceClient>();

    public static async Task<RespondentSite> StartAsync()
    {
        var azurite = await AzuriteFixture.StartAsync();
        var folder = Directory.CreateTempSubdirectory("respondents-").FullName;
        var host = await RunningHost.StartAsync(new LocalHostOptions
        {
            Port = 0,
            SandboxPort = 0,
            DataFolder = folder,
            Storage = azurite.ConnectionString,
            ClockSpeed = 0,
            ClockStart = Start,
            FunctionTypes = [typeof(SurveyEndpoint), typeof(SubmitEndpoint), typeof(SurveyScriptEndpoint), typeof(StopEndpoint), typeof(CommunicationEventsEndpoint)],
            Settings = new Dictionary<string, string>
            {
                ["Communication__ConnectionString"] = "endpoint=http://127.0.0.1:9/;accesskey=YQ==",
                ["Communication__SmsFrom"] = "+18335550100",
                ["Communication__EmailFrom"] = "survey@cx.example",
                ["Communication__EventsKey"] = EventsKey,
                ["Language__Endpoint"] = "http://127.0.0.1:9/",
                ["Language__Key"] = "none",
            },
        });
        return new RespondentSite(azurite, host, folder);
    }

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
            var told = new TransactionContact { Id = invitation.ContactId, Phone = phone, Email = email };
            var profile = ContactProfile.Of(told, now);
            await Services.GetRequiredService<ContactStore>().LearnAsync(profile, CancellationToken.None);
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

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
