using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Journeys;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>The host is killed as <c>kill -9</c> does, while it receives and while it works, and started again each time.</summary>
public sealed class KillTests : IDisposable
{
    private const int People = 12;
    private readonly string _folder = Directory.CreateTempSubdirectory("cx-kill-").FullName;
    private readonly Random _chance = new(20261123);
    private readonly int _sandboxPort = FreePort();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_at_any_moment_no_accepted_transaction_is_lost_and_nobody_is_asked_twice()
    {
        var storage = await SharedAzurite.NewAccountAsync();
        var host = await StartAsync(storage);
        try
        {
            var start = await NowAsync(host);
            var transactions = Enumerable.Range(0, People).Select(i => Transaction(i, start)).ToArray();
            host = await KilledWhileAsync(host, storage, h => PostAsync(h, start, transactions));
            // As a CRM does that got no answer, and as one does that sends everything twice.
            await PostAsync(host, start, transactions);
            foreach (var hours in new[] { 0.5, 1, 22.5, 23, 47, 49 })
            {
                host = await KilledWhileAsync(host, storage, h => AdvanceToAsync(h, start.AddHours(hours)));
            }
            await AdvanceToAsync(host, start.AddHours(50));

            var ledger = new LedgerStore(new TableServiceClient(storage));
            for (var i = 0; i < People; i++)
            {
                var entry = await ledger.FindAsync("standard", "T-" + i, TestContext.Current.CancellationToken);
                Assert.Equal((LedgerReason.Eligible, JourneyEnd.Expired), (entry!.Reason, entry.End));
                Assert.True(entry.EndedAt >= entry.ExpiresAt);
            }
            var received = (await MessagesAsync()).GroupBy(message => message).ToDictionary(g => g.Key, g => g.Count());
            Assert.All(Enumerable.Range(0, People), i => Assert.Equal(2, received[Phone(i)])); // the invitation and the one reminder
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private async Task<ChildHost> KilledWhileAsync(ChildHost host, string storage, Func<ChildHost, Task> work)
    {
        var working = work(host);
        await Task.Delay(_chance.Next(20, 1200), TestContext.Current.CancellationToken);
        await host.KillAsync();
        await working.ContinueWith(_ => { }, TaskScheduler.Default);
        await host.DisposeAsync();
        return await StartAsync(storage);
    }

    private Task<ChildHost> StartAsync(string storage) =>
        ChildHost.Start("--no-demo", "--clock", "0", "--port", "0", "--sandbox-port", $"{_sandboxPort}", "--data", _folder, "--storage", storage).ReadyAsync();

    /// <summary>Everybody lives where it is eleven now, so that nothing waits for a morning.</summary>
    private static object Transaction(int i, DateTimeOffset start)
    {
        var hours = 11 - start.UtcDateTime.Hour;
        return Scene.Purchase("T-" + i, start, "C-" + i, Phone(i), zone: $"Etc/GMT{(hours > 0 ? '-' : '+')}{Math.Abs(hours)}");
    }

    private static string Phone(int i) => $"+5198700{i:0000}";

    private static async Task PostAsync(ChildHost host, DateTimeOffset at, object[] transactions)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        foreach (var items in transactions.Chunk(3))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(items);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/standard") { Content = new ByteArrayContent(body) };
            foreach (var (name, value) in new StandardWebhooksSigner(LocalSecrets.Standard).Headers("msg_1", at, body))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
            using var response = await http.SendAsync(request);
            Assert.Equal(202, (int)response.StatusCode);
        }
    }

    private static async Task AdvanceToAsync(ChildHost host, DateTimeOffset to)
    {
        using var http = new HttpClient { BaseAddress = host.Url, Timeout = TimeSpan.FromMinutes(5) };
        if (to - await NowAsync(host) is var by && by > TimeSpan.Zero)
        {
            using var answer = await http.PostAsJsonAsync("/clock/advance", new { by = System.Xml.XmlConvert.ToString(by) });
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    private static async Task<DateTimeOffset> NowAsync(ChildHost host)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        return (await http.GetFromJsonAsync<JsonElement>("/clock")).GetProperty("now").GetDateTimeOffset();
    }

    /// <summary>The phones that got a message, once for each.</summary>
    private async Task<IReadOnlyList<string>> MessagesAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_sandboxPort}") };
        var all = await http.GetFromJsonAsync<List<JsonElement>>("/sandbox/messages?kind=sms");
        return [.. all!.Select(message => message.GetProperty("to").GetString()!)];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
