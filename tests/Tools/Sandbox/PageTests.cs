using System.Net;
using System.Text.RegularExpressions;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed partial class PageTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SignedClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { Managers = ["boss@example.com"] });
        _client = new SignedClient(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_came_is_shown_as_text_never_as_markup_and_links_open_in_new_tabs()
    {
        (await _client.SendSmsAsync("+51987654321", "<script>alert(1)</script> https://cx.example/s/abc?x=1&y=2.")).Dispose();
        var html = await PageAsync();
        Assert.DoesNotContain("<script>alert", html);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html);
        Assert.Contains("<a href=\"https://cx.example/s/abc?x=1&amp;y=2\" target=\"_blank\" rel=\"noopener noreferrer\">", html);
    }

    [Fact]
    public async Task Mail_lies_in_a_frame_that_runs_no_script()
    {
        (await _client.SendEmailAsync("ana@example.com", "Hola", "<p onclick=\"x()\">¿Qué tal?</p><script>x()</script>")).Dispose();
        using var answer = await _client.Plain.GetAsync("/", TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var sandbox = Sandboxed().Match(html).Groups[1].Value;
        Assert.DoesNotContain("allow-scripts", sandbox);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("¿Qué tal?", WebUtility.HtmlDecode(html));
    }

    [Fact]
    public async Task Managers_messages_are_apart_from_the_customers()
    {
        (await _client.SendEmailAsync("boss@example.com", "Detractor", "<p>3 of 10</p>")).Dispose();
        (await _client.SendEmailAsync("ana@example.com", "Encuesta", "<p>…</p>")).Dispose();
        var html = await PageAsync();
        var managers = html.IndexOf("id=\"managers\"", StringComparison.Ordinal);
        var mailbox = html.IndexOf("id=\"mailbox\"", StringComparison.Ordinal);
        Assert.InRange(html.IndexOf(">Detractor<", StringComparison.Ordinal), managers, mailbox);
        Assert.True(html.IndexOf(">Encuesta<", StringComparison.Ordinal) > mailbox);
    }

    [Fact]
    public async Task Thousands_of_messages_are_paged_and_can_be_searched()
    {
        for (var batch = 0; batch < 30; batch++)
        {
            (await _client.PostAsync("/sms?api-version=2026-01-23", new
            {
                from = "+18335550100",
                smsRecipients = Enumerable.Range(0, 100).Select(i => new { to = $"+5198{batch:00}{i:00000}" }),
                message = $"Lote {batch}",
            })).Dispose();
        }

        var first = await PageAsync();
        Assert.Contains("1–6 of 3,000", first);
        Assert.Equal(6, Phones().Count(first));
        Assert.Contains("+51982900099", WebUtility.HtmlDecode(first));
        Assert.DoesNotContain("+51980000000", WebUtility.HtmlDecode(first));
        Assert.True(first.Length < 60_000, $"The page has {first.Length} characters.");
        Assert.Contains("2995–3000", (await PageAsync("?phones=500")).Replace(",", ""));
        Assert.Contains("1–6 of 100", await PageAsync("?q=Lote%2017"));
    }

    [Fact]
    public async Task A_long_thread_shows_its_end_and_whole_where_asked()
    {
        for (var i = 1; i <= 8; i++)
        {
            (await _client.SendSmsAsync("+51987654321", $"Mensaje {i}.")).Dispose();
        }

        Assert.DoesNotContain("Mensaje 3.", await PageAsync());
        Assert.Contains("3 earlier", await PageAsync());
        Assert.Contains("Mensaje 1.", await PageAsync("?thread=%2B51987654321"));
    }

    [Fact]
    public async Task Whoever_watches_is_told_that_something_came()
    {
        using var stream = new StreamReader(await _client.Plain.GetStreamAsync("/sandbox/live", TestContext.Current.CancellationToken));
        Assert.Equal(": listening", await stream.ReadLineAsync(TestContext.Current.CancellationToken));
        (await _client.SendSmsAsync("+51987654321", "Hola")).Dispose();
        var lines = new List<string?>();
        while (!lines.Contains("event: change"))
        {
            lines.Add(await stream.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal("data: 1", await stream.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("base.css", "text/css")]
    [InlineData("phones.css", "text/css")]
    [InlineData("mail.css", "text/css")]
    [InlineData("faults.css", "text/css")]
    [InlineData("sandbox.js", "text/javascript")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task Its_files_are_there(string name, string type)
    {
        using var answer = await _client.Plain.GetAsync($"/assets/{name}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<string> PageAsync(string query = "") => await _client.Plain.GetStringAsync("/" + query);

    [GeneratedRegex("<iframe sandbox=\"([^\"]*)\"")]
    private static partial Regex Sandboxed();

    [GeneratedRegex("<article class=\"phone\"")]
    private static partial Regex Phones();
}
