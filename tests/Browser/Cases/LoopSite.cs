using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Tests.Browser.Cases;
using CxFunctions.Tests.Harness;

[assembly: AssemblyFixture(typeof(LoopSite))]

namespace CxFunctions.Tests.Browser.Cases;

/// <summary>A host on which some customers were asked, two answered badly and the manager was told: all by the front door.</summary>
public sealed class LoopSite : IAsyncLifetime
{
    public const string Manager = "+12025550190";

    private static readonly (string Name, string Phone, string Email, string Locale, string Zone, string Store, int? Score, string Said)[] People =
    [
        ("Ana Quispe", "+51987654321", "ana.maria.quispe.huaman.1196@customers.example.com", "es-PE", "America/Lima", "Miraflores", 2, "Esperé casi una hora en la caja y nadie ayudaba. Llámenme al 987 654 321."),
        ("João Souza", "+5511987650001", "joao@example.com", "pt-BR", "America/Sao_Paulo", "Pinheiros", 4, "A fila estava enorme e o atendimento foi muito lento."),
        ("Emma Brown", "+12025550123", "emma@example.com", "en-US", "America/New_York", "Queens", 10, "Friendly staff and a quick checkout."),
        ("Luis Rojas", "+51987654322", "luis@example.com", "es-PE", "America/Lima", "San Isidro", null, ""),
    ];

    private TestHost _host = null!;
    private TcpDoor? _door;

    public Uri Sandbox => _host.Host.Sandbox.Url;

    public string Url(string path) => new Uri(_host.Host.Url, path).ToString();

    /// <summary>One whose storage can go away.</summary>
    public static async Task<(LoopSite Site, TcpDoor Door)> BehindDoorAsync()
    {
        var site = new LoopSite { _door = new TcpDoor(await SharedAzurite.NewAccountAsync()) };
        await site.InitializeAsync();
        return (site, site._door);
    }

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(o => o with { Storage = _door?.ConnectionString ?? o.Storage, ClockStart = TestHost.Start.AddHours(5), Settings = new Dictionary<string, string> { ["RollupSchedule"] = "0 0 0 1 1 *", ["NoticeSchedule"] = "0 0 0 1 1 *" } });
        var now = _host.Host.Clock.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(People.Select((p, i) => new
        {
            id = $"T-{i}",
            program = "retail",
            touchpoint = "purchase",
            occurredAt = now,
            contact = new { id = $"C-{i}", name = p.Name, phone = p.Phone, email = p.Email, locale = p.Locale, timeZone = p.Zone, consent = new { sms = true, email = true } },
            attributes = new { store = p.Store },
        }));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/standard") { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in new StandardWebhooksSigner(LocalSecrets.Standard).Headers("msg_1", now, body))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var accepted = await _host.Http.SendAsync(request);
        Assert.Equal(202, (int)accepted.StatusCode);
        await _host.Host.AdvanceAsync(TimeSpan.FromHours(1));
        foreach (var person in People.Where(p => p.Score is not null))
        {
            using var saved = await _host.Http.PostAsJsonAsync(await LinkAsync(person.Phone, "/s/"), new { answers = new { recommend = person.Score, why = person.Said }, complete = true });
            Assert.Equal(200, (int)saved.StatusCode);
            await _host.Host.AdvanceAsync(TimeSpan.FromMinutes(3));
        }
    }

    /// <summary>The path of the newest link of that kind that a number received.</summary>
    public async Task<string> LinkAsync(string phone, string kind, int from = 0)
    {
        using var http = new HttpClient { BaseAddress = Sandbox };
        var messages = await http.GetFromJsonAsync<List<Message>>($"/sandbox/messages?to={Uri.EscapeDataString(phone)}");
        return new Uri(messages!.SelectMany(m => m.Links).Where(l => l.Contains(kind, StringComparison.Ordinal)).ElementAt(from)).AbsolutePath;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        _door?.Dispose();
    }

    private sealed record Message(IReadOnlyList<string> Links);
}
