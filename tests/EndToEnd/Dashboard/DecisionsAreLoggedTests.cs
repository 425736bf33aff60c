using System.Collections.Concurrent;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

public sealed class DecisionsAreLoggedTests
{
    private const string Key = "a-staff-key-of-the-tests";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_let_in_or_not_what_was_exported_and_put_back_is_logged_without_key_or_address()
    {
        // Host and app have a log each, and the host says again what the app says.
        var heard = new ConcurrentBag<Heard>();
        await using var host = await TestHost.StartAsync(o => o with
        {
            LogLevel = LogLevel.Information,
            Logging = log =>
            {
                var ears = new Heard();
                heard.Add(ears);
                log.AddProvider(ears);
            },
            Settings = new Dictionary<string, string> { ["Cx__StaffKey"] = Key },
        });
        using var browser = Staff.NewBrowser(host, "127.0.0.7");
        for (var i = 0; i <= AttemptRules.MostOfAddress; i++)
        {
            await PostAsync(browser, "/dashboard/sign-in", cookie: null, ("key", $"wrong-{i}"));
        }
        await PostAsync(browser, "/dashboard/sign-in/AAAAAAAAAAAAAAAAAAAAAAAA", cookie: null);
        using var staff = Staff.NewBrowser(host, "127.0.0.8");
        var cookie = await Staff.SignInAsync(staff, Key);
        await GetAsync(staff, "/api/rollups?program=bank&from=2026-11-01&to=2026-11-02", host.Host.HostKey);
        await GetAsync(staff, "/api/ledger?program=bank&format=csv&from=2026-11-01&to=2026-11-02", host.Host.HostKey);
        await PostAsync(staff, "/dashboard/operations/replay", cookie, ("queue", "facts"));
        await PostAsync(staff, "/dashboard/sign-out", cookie);

        var lines = heard.MaxBy(h => h.Lines.Count)!.Lines;
        Assert.Equal(
            [8001, 8001, 8001, 8001, 8001, 8002, 8003, 8004, 8010, 8011, 8010, 8011, 8020, 8005],
            lines.Select(l => l.Id));
        Assert.Contains("Export rollups of bank begins: from 11/01/2026 00:00:00 +00:00 to 11/02/2026 00:00:00 +00:00, as JSON.", lines.Select(l => l.Text));
        Assert.Contains("Export ledger of bank ends with 0 rows.", lines.Select(l => l.Text));
        Assert.StartsWith("0 messages of queue facts were put back by person ", lines.Single(l => l.Id == 8020).Text, StringComparison.Ordinal);
        Assert.All(lines, l => Assert.DoesNotMatch("127[.]0[.]0|wrong-|" + Key, l.Text));
    }

    private static async Task PostAsync(HttpClient browser, string path, string? cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.TryAddWithoutValidation("cookie", cookie);
        using var answer = await browser.SendAsync(request, Stop);
    }

    private static async Task GetAsync(HttpClient browser, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "x-functions-key", key } } };
        using var answer = await browser.SendAsync(request, Stop);
        await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    /// <summary>What the slice says.</summary>
    private sealed class Heard : ILoggerProvider
    {
        private readonly ConcurrentQueue<(int Id, string Text)> _lines = [];

        public IReadOnlyList<(int Id, string Text)> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => new Log(categoryName.StartsWith("CxFunctions.Dashboard", StringComparison.Ordinal) ? _lines : null);

        public void Dispose()
        {
        }

        private sealed class Log(ConcurrentQueue<(int Id, string Text)>? lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => lines is not null;

            void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines?.Enqueue((eventId.Id, formatter(state, exception)));
        }
    }
}
