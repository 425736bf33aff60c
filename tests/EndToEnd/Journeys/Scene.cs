using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Journeys.Ledger;
using CxFunctions.LocalHost;
using CxFunctions.LocalHost.Running;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>The whole app with a clock that is moved by hand, a CRM that posts to it and people who read their messages.</summary>
internal sealed class Scene : IAsyncDisposable
{
    /// <summary>Ten in the morning in Lima, a Monday.</summary>
    public static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(-5));

    private const string Yearly = "0 0 0 1 1 *";
    private const string AnasPhone = "+51987654321";
    private readonly TestHost _host;
    private int _deliveries;

    private Scene(TestHost host) => _host = host;

    public DateTimeOffset Now => _host.Host.Clock.GetUtcNow();

    public RunningHost Host => _host.Host;

    public HttpClient Http => _host.Http;

    public LedgerStore LedgerOf => _host.Host.Services.GetRequiredService<LedgerStore>();

    public IServiceProvider Services => _host.Host.Services;

    public Uri SandboxUrl => _host.Host.Sandbox.Url;

    /// <summary>Opens every function of level Function.</summary>
    public string HostKey => _host.Host.HostKey;

    /// <summary>Opens every function.</summary>
    public string MasterKey => _host.Host.MasterKey;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Scene> StartAsync(DateTimeOffset? at = null, Func<LocalHostOptions, LocalHostOptions>? change = null, string rollups = Yearly, string notices = Yearly) => new(
        await TestHost.StartAsync(options =>
        {
            var started = options with
            {
                ClockStart = at ?? Ten,
                Settings = new Dictionary<string, string>(options.Settings) { ["Cx__Programs"] = Programs.PunctualFolder },
            };
            started = change?.Invoke(started) ?? started;
            // Few tests look at rollups or at notices that wait; once a year spares the clock hundreds of stops a day.
            return started with { Settings = new Dictionary<string, string>(started.Settings) { ["RollupSchedule"] = rollups, ["NoticeSchedule"] = notices } };
        }));

    /// <summary>A purchase: 30 minutes of delay, a reminder after 22 hours, by SMS, then e-mail.</summary>
    public static object Purchase(string id, DateTimeOffset at, string contact = "C-1", string phone = AnasPhone, string? email = null, string zone = "America/Lima") => new
    {
        id,
        program = "retail",
        touchpoint = "purchase",
        occurredAt = at,
        contact = new { id = contact, name = "Ana", phone, email, locale = "es-PE", timeZone = zone, consent = new { sms = true, email = true } },
        attributes = new { store = "Norte" },
    };

    /// <summary>Posts as a Standard Webhooks sender does and waits until all that follows is done.</summary>
    public async Task<JsonElement> PostAsync(params object[] items)
    {
        using var response = await SendAsync($"msg_{Interlocked.Increment(ref _deliveries)}", items);
        Assert.Equal(202, (int)response.StatusCode);
        await _host.Host.WhenIdleAsync();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    public async Task<HttpResponseMessage> SendAsync(string delivery, object body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/standard") { Content = new ByteArrayContent(bytes) };
        foreach (var (name, value) in new StandardWebhooksSigner(LocalSecrets.Standard).Headers(delivery, Now, bytes))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await _host.Http.SendAsync(request, Stop);
    }

    public Task AdvanceAsync(TimeSpan by) => _host.Host.AdvanceAsync(by);

    public Task AdvanceToAsync(DateTimeOffset to) => _host.Host.AdvanceAsync(to - Now);

    public Task WhenIdleAsync() => _host.Host.WhenIdleAsync();

    public Task RestartAsync() => _host.RestartAsync();

    /// <summary>What a phone or mailbox has received, in order.</summary>
    public async Task<IReadOnlyList<Received>> MessagesAsync(string to = AnasPhone)
    {
        using var http = new HttpClient { BaseAddress = _host.Host.Sandbox.Url };
        return (await http.GetFromJsonAsync<List<Received>>($"/sandbox/messages?to={Uri.EscapeDataString(to)}", Stop))!;
    }

    public async Task FaultsAsync(object faults)
    {
        using var http = new HttpClient { BaseAddress = _host.Host.Sandbox.Url };
        using var answer = await http.PutAsJsonAsync("/sandbox/faults", faults, Stop);
        Assert.True(answer.IsSuccessStatusCode);
    }

    public async Task<LedgerEntry> LedgerAsync(string id, string source = "standard") =>
        await LedgerOf.FindAsync(source, id, Stop) ?? throw new InvalidOperationException($"{id} is not in the ledger.");

    /// <summary>The respondent opens the link of a message and answers.</summary>
    public async Task<int> AnswerAsync(Received message, bool complete, int score = 9)
    {
        using var answer = await _host.Http.PostAsJsonAsync(message.Path, new { answers = new { recommend = score }, complete }, Stop);
        await _host.Host.WhenIdleAsync();
        return (int)answer.StatusCode;
    }

    public async Task OptOutAsync(Received message)
    {
        using var answer = await _host.Http.PostAsync(message.Path + "/stop", new FormUrlEncodedContent([]), Stop);
        Assert.Equal(200, (int)answer.StatusCode);
        await _host.Host.WhenIdleAsync();
    }

    /// <summary>Somebody writes an SMS to us. It comes by HTTP from outside: nothing in the host knows that it is on its way.</summary>
    public async Task ReplyAsync(string text, Func<Task<bool>> heard, string from = AnasPhone)
    {
        using var http = new HttpClient { BaseAddress = _host.Host.Sandbox.Url };
        using var answer = await http.PostAsJsonAsync($"/sandbox/phones/{Uri.EscapeDataString(from)}/reply", new { text }, Stop);
        Assert.True(answer.IsSuccessStatusCode);
        for (var look = 0; look < 200; look++)
        {
            await _host.Host.WhenIdleAsync();
            if (await heard())
            {
                return;
            }
            await Task.Delay(20, Stop);
            await AdvanceAsync(TimeSpan.FromSeconds(1));
        }
        Assert.Fail($"'{text}' was not heard.");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>A message as the Sandbox shows it.</summary>
    internal sealed record Received(string Kind, DateTimeOffset At, IReadOnlyList<string> Links, string? Text = null, string? Subject = null)
    {
        /// <summary>Where the case is, on whatever host.</summary>
        public string CasePath => new Uri(Links.First(link => link.Contains("/cases/", StringComparison.Ordinal))).AbsolutePath;

        /// <summary>Where the survey is, on whatever host.</summary>
        public string Path => new Uri(Links.First(link => link.Contains("/s/", StringComparison.Ordinal))).AbsolutePath;
    }
}
