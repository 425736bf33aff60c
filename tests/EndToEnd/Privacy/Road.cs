using System.Net.Http.Json;
using System.Text;
using CxFunctions.Channels;
using CxFunctions.Contacts;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Foundation;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.EndToEnd.Privacy;

/// <summary>Walks people through everything that can happen to them, and remembers what must not be said about it.</summary>
internal sealed partial class Road(Scene scene, Secrets secrets)
{
    private const string Manager = "+12025550190";
    private readonly Person _unhappy = Person.New("C-1");
    private readonly Person _byMail = Person.New("C-2");
    private readonly Person _stopsByLink = Person.New("C-3");
    private readonly Person _stopsBySms = Person.New("C-4");
    private readonly Person _silent = Person.New("C-5");

    private Person[] Everybody => [_unhappy, _byMail, _stopsByLink, _stopsBySms, _silent];

    private string Words => $"zafiromalhumorado {_unhappy.Name} {_unhappy.Phone} {_unhappy.Email}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task WalkAsync()
    {
        Know();
        await RefusedDeliveriesAsync();
        await InvitationsAsync();
        await AnswersAsync();
        await OptOutsAsync();
        await CaseAsync();
        await StaffAsync();
        await PoisonAsync();
        await StorageOutagesAsync();
        await scene.AdvanceToAsync(Scene.Ten.AddHours(49)); // reminders, the word back, expiry
        await RememberTokensAsync();
    }

    private void Know()
    {
        foreach (var person in Everybody)
        {
            secrets.Add(person);
        }
        secrets.Add("a verbatim", "zafiromalhumorado");
        secrets.Add("a manager's words", "turquesaprometida");
        secrets.Add("the host key", scene.HostKey);
        secrets.Add("the master key", scene.MasterKey);
        secrets.Add("the staff key", scene.Services.GetRequiredService<IOptions<CxOptions>>().Value.StaffKey!);
        secrets.Add("the events key", Communication.EventsKey!);
        secrets.Add("the access key of Communication Services", Communication.ConnectionString!.Split("accesskey=")[1]);
        secrets.Add("the key of storage", scene.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString!.Split("AccountKey=")[1].Split(';')[0]);
        secrets.Add("the key of addresses", scene.Services.GetRequiredService<IOptions<AddressDigestOptions>>().Value.AddressKey!);
        secrets.Add("a webhook secret", LocalSecrets.Standard);
        secrets.Add("HubSpot's secret", LocalSecrets.HubSpot);
    }

    private CommunicationOptions Communication => scene.Services.GetRequiredService<IOptions<CommunicationOptions>>().Value;

    private async Task RefusedDeliveriesAsync()
    {
        await DeliverAsync($$"""{"id":"T-0","contact":{"name":"{{_unhappy.Name}}" """);
        await DeliverAsync($"nunca {Words}");
        await DeliverAsync("{}", sign: false, query: "?email=" + Uri.EscapeDataString(_unhappy.Email));
        await DeliverAsync($$"""[{"id":"T-0","program":"retail","touchpoint":"{{Words}}","occurredAt":"{{_unhappy.Name}}","contact":{"id":"C-1","phone":"{{_unhappy.Email}}","email":"{{_unhappy.Phone}}"} },"{{Words}}"]""");
        await DeliverAsync($$"""{"id":"{{_unhappy.Name}}","program":"{{_unhappy.Name}}","touchpoint":"x","occurredAt":"2026-11-23T15:00:00Z","contact":{"id":"C-9","phone":{"{{_unhappy.Phone}}":1} } }""");
        using var hubSpot = new StringContent($$"""[{"eventId":"{{_unhappy.Name}}","contact":"{{_unhappy.Email}}"}]""", Encoding.UTF8, "application/json");
        var signer = new HubSpotSigner(LocalSecrets.HubSpot, scene.Http.BaseAddress + "api/webhooks/hubspot");
        foreach (var (name, value) in signer.Headers(scene.Now, await hubSpot.ReadAsByteArrayAsync(Stop)))
        {
            hubSpot.Headers.TryAddWithoutValidation(name, value);
        }
        await PostAsync("/api/webhooks/hubspot", hubSpot);
    }

    /// <summary>Everybody buys; the SMS service fails in every way before it works.</summary>
    private async Task InvitationsAsync()
    {
        await scene.PostAsync([.. Everybody.Where(p => p != _byMail).Select(p => p.Buys("T-" + p.Id, Scene.Ten)), _byMail.Buys("T-mail", Scene.Ten), Person.New("C-8").Buys("T-none", Scene.Ten.AddDays(-3))]);
        var undeliverable = new[] { _byMail.Phone };
        foreach (var fault in new object[] { new { service = "sms", drop = 1.0, undeliverable }, new { service = "sms", rate500 = 1.0, undeliverable }, new { service = "sms", rate429 = 1.0, undeliverable } })
        {
            await scene.FaultsAsync(fault);
            await scene.AdvanceAsync(TimeSpan.FromMinutes(30.1));
        }
        await scene.FaultsAsync(new { service = "sms", undeliverable });
        await scene.FaultsAsync(new { service = "email", rate500 = 1.0 });
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.FaultsAsync(new { service = "email" });
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
    }

    private async Task AnswersAsync()
    {
        var path = (await FirstToAsync(_unhappy.Phone)).Path;
        foreach (var address in new[] { path, path + "?score=9&lang=es", $"/s/{_unhappy.Name}", $"/s/{Uri.EscapeDataString(Words)}?score=1", path[..^1] + "A", path + "/stop" })
        {
            await GetAsync(address);
        }
        await scene.FaultsAsync(new { service = "language", rate500 = 1.0 });
        await JsonAsync(path, $$"""{"answers":{"recommend":2} }""");
        await JsonAsync(path, $$"""{"answers":{"why":"{{Words}}","{{_unhappy.Name}}":1} }""");
        await JsonAsync(path, $$"""{"answers":{"why":{"{{Words}}":1} } }""");
        await JsonAsync(path, $"nunca {Words}");
        await FormAsync(path, ("a-recommend", "2"), ("a-why", Words), (_unhappy.Email, Words));
        await scene.FaultsAsync(new { service = "language", drop = 1.0 });
        await scene.AdvanceAsync(TimeSpan.FromSeconds(2));
        await scene.FaultsAsync(new { service = "language" });
        await scene.AdvanceAsync(TimeSpan.FromSeconds(2));
        await scene.WhenIdleAsync();
        var mail = (await FirstToAsync(_byMail.Email)).Path;
        await FormAsync(mail, ("a-recommend", "9"), ("a-why", Words));
    }

    private async Task OptOutsAsync()
    {
        var link = (await FirstToAsync(_stopsByLink.Phone)).Path;
        await GetAsync(link + "/stop");
        await FormAsync(link + "/stop");
        using var sandbox = Stranger(scene.SandboxUrl);
        foreach (var (person, text) in new[] { (_stopsBySms, "BAJA"), (_stopsBySms, "BAJA " + _stopsBySms.Name), (_byMail, "AYUDA"), (_silent, "no me interesa, soy " + _silent.Name), (_stopsByLink, "ALTA") })
        {
            using var reply = await sandbox.PostAsJsonAsync($"/sandbox/phones/{Uri.EscapeDataString(person.Phone)}/reply", new { text }, Stop);
            Assert.True(reply.IsSuccessStatusCode);
        }
        await JsonAsync($"/api/suppressions/release?code={scene.HostKey}", $$"""{"address":"{{_byMail.Email}}"}""");
        await JsonAsync($"/api/suppressions/release?code={scene.HostKey}", $$"""{"address":{"{{_byMail.Email}}":1} }""");
        var events = $"/api/events/communication?code={Communication.EventsKey}";
        await JsonAsync(events, $"nunca {Words}");
        await JsonAsync(events, $$"""[{"id":"1","eventType":"Microsoft.Communication.SMSReceived","data":{"from":{"{{_stopsBySms.Phone}}":1},"message":"{{Words}}"} }]""");
        await JsonAsync("/api/events/communication?code=" + _unhappy.Name, "[]");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Reports come by HTTP from outside: nothing in the host knows that one is on its way.</summary>
    private async Task<Scene.Received> FirstToAsync(string to)
    {
        for (var look = 0; look < 100; look++)
        {
            if (await scene.MessagesAsync(to) is [var first, ..])
            {
                return first;
            }
            await Task.Delay(20, Stop);
            await scene.AdvanceAsync(TimeSpan.FromMinutes(2));
        }
        throw new InvalidOperationException("No message came.");
    }

    private async Task RememberTokensAsync()
    {
        foreach (var to in Everybody.SelectMany(p => new[] { p.Phone, p.Email }).Concat([Manager, "manager@cx.example", "+12025550191"]))
        {
            secrets.Add(await scene.MessagesAsync(to));
        }
    }
}
