using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Privacy;

/// <summary>What staff do, and what goes wrong inside.</summary>
internal sealed partial class Road
{
    private async Task CaseAsync()
    {
        var path = (await FirstToAsync(Manager)).CasePath;
        await GetAsync(path);
        await GetAsync("/cases/" + _unhappy.Name);
        await FormAsync(path, ("move", _unhappy.Name));
        await FormAsync(path, ("move", "acknowledge"), ("who", _silent.Name));
        await FormAsync(path, ("move", "note"), ("who", _silent.Name), ("text", Words));
        await FormAsync(path, ("move", "resolve"), ("who", _silent.Name), ("outcome", "CauseRemoved"), ("wordBack", "turquesaprometida para " + _unhappy.Name));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private async Task StaffAsync()
    {
        await FormAsync("/dashboard/sign-in", ("key", Words));
        await FormAsync("/dashboard/sign-in", ("key", scene.HostKey));
        await GetAsync("/dashboard?key=" + scene.HostKey);
        var link = await scene.Services.GetRequiredService<SignInLinkStore>().CreateAsync(Stop);
        secrets.Add("a link that signs in", link);
        await GetAsync(SignInLinkStore.Path + link);
        await FormAsync(SignInLinkStore.Path + link);
        await FormAsync(SignInLinkStore.Path + _unhappy.Name);
        foreach (var list in new[] { "rollups", "responses", "ledger" })
        {
            await GetAsync($"/api/{list}?program=retail&code={scene.HostKey}");
            await GetAsync($"/api/{list}?program=retail&format=csv&code={scene.HostKey}");
            await GetAsync($"/api/{list}?program={Uri.EscapeDataString(Words)}&code={scene.HostKey}");
            await GetAsync($"/api/{list}?program=retail&code={_unhappy.Name}");
        }
        foreach (var page in new[] { "/host", "/host/state", "/host/instances", "/health", "/" + _unhappy.Name })
        {
            await GetAsync(page);
        }
    }

    /// <summary>Messages that nobody can read, with people in them, until every queue has given them up.</summary>
    private async Task PoisonAsync()
    {
        var queues = scene.Services.GetRequiredService<QueueServiceClient>();
        foreach (var queue in QueueNames.All.Select(queues.GetQueueClient))
        {
            await queue.SendMessageAsync($"nunca {Words}", Stop);
            await queue.SendMessageAsync($$"""{"version":99,"{{_unhappy.Name}}":"{{Words}}"}""", Stop);
            await queue.SendMessageAsync($$"""{"version":1,"verbatims":{"{{_unhappy.Name}}":{"{{_unhappy.Phone}}":1} },"scores":{"{{_unhappy.Email}}":1},"at":"{{Words}}","address":["{{_unhappy.Phone}}"]}""", Stop);
        }
        for (var tries = 0; tries < 5; tries++)
        {
            await scene.AdvanceAsync(TimeSpan.FromSeconds(31));
        }
        await GetAsync("/host");
        await GetAsync("/host/queues/" + QueueNames.Responses);
    }

    /// <summary>Storage is not there while people and systems come.</summary>
    private async Task StorageOutagesAsync()
    {
        var path = (await FirstToAsync(_silent.Phone)).Path;
        var events = $"/api/events/communication?code={Communication.EventsKey}";
        var received = $$"""[{"id":"1","topic":"/t","subject":"s","eventType":"Microsoft.Communication.SMSReceived","eventTime":"2026-11-23T15:00:00Z","dataVersion":"1.0","data":{"from":"{{_silent.Phone}}","to":"+18335550100","message":"STOP"} }]""";
        await WithoutQueueAsync(QueueNames.OptOuts, () => JsonAsync(events, received));
        await WithoutQueueAsync(QueueNames.Transactions, () => DeliverAsync(System.Text.Json.JsonSerializer.Serialize(_silent.Buys("T-late", scene.Now))));
        await WithoutQueueAsync(QueueNames.Responses, () => FormAsync(path, ("a-recommend", "9"), ("a-why", Words)));
        var tables = scene.Services.GetRequiredService<TableServiceClient>();
        await tables.DeleteTableAsync(TableNames.Suppressions, Stop);
        await FormAsync(path + "/stop");
        await tables.CreateTableAsync(TableNames.Suppressions, Stop);
    }

    private async Task WithoutQueueAsync(string name, Func<Task> act)
    {
        var queues = scene.Services.GetRequiredService<QueueServiceClient>();
        await queues.DeleteQueueAsync(name, Stop);
        await act();
        await queues.CreateQueueAsync(name, cancellationToken: Stop);
    }

    private async Task DeliverAsync(string body, bool sign = true, string query = "")
    {
        using var content = new StringContent(body);
        var bytes = await content.ReadAsByteArrayAsync(Stop);
        foreach (var (name, value) in sign ? new StandardWebhooksSigner(LocalSecrets.Standard).Headers("msg_" + Guid.NewGuid().ToString("N"), scene.Now, bytes) : [])
        {
            content.Headers.TryAddWithoutValidation(name, value);
        }
        await PostAsync("/api/webhooks/standard" + query, content);
    }

    private async Task GetAsync(string path)
    {
        using var answer = await scene.Http.GetAsync(path, Stop);
        Assert.NotEqual(500, (int)answer.StatusCode);
        await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    private async Task JsonAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await PostAsync(path, content);
    }

    private async Task FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        await PostAsync(path, form);
    }

    private async Task PostAsync(string path, HttpContent content)
    {
        using var answer = await scene.Http.PostAsync(path, content, Stop);
        Assert.NotEqual(500, (int)answer.StatusCode);
        await scene.WhenIdleAsync();
    }

    /// <summary>A client whose requests leave no traces here: it stands for somebody else's machine.</summary>
    private static HttpClient Stranger(Uri address) => new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = address };
}
