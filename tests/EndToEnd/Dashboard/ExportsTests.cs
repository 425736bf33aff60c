using System.Net;
using System.Text;
using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

public sealed class ExportsTests
{
    [Fact]
    public async Task Answers_are_listed_newest_first_page_by_page_and_as_one_csv()
    {
        await using var host = await TestHost.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await Queues(host).SendAsync(QueueNames.Responses, Answer(i), cancellationToken: TestContext.Current.CancellationToken);
        }
        await host.Host.WhenIdleAsync();

        var seen = new List<string>();
        for (string? continuation = null; ;)
        {
            using var page = JsonDocument.Parse(await GetAsync(host, $"/api/responses?program=bank&to=2026-11-23T12:00:00Z&limit=2{(continuation is null ? "" : "&continuation=" + continuation)}"));
            seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("journeyId").GetString()!));
            if (!page.RootElement.TryGetProperty("continuation", out var next))
            {
                break;
            }
            continuation = next.GetString();
        }
        Assert.Equal(["journey-0", "journey-1", "journey-2", "journey-3", "journey-4"], seen);

        var csv = await GetAsync(host, "/api/responses?program=bank&to=2026-11-23T12:00:00Z&channel=sms&format=csv");
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("\uFEFFjourneyId,contactId,program,touchpoint,channel,locale,branch,occurredAt,savedAt,complete,nps,csat,ces,sentiment,analysis,language,verbatim", lines[0]);
        Assert.StartsWith("journey-0,'=C-0,bank,branch,sms,es,Lima,2026-11-23T09:00:00Z,2026-11-23T10:00:00Z,true,2,,,", lines[1]);
        Assert.DoesNotContain("987654321", csv);
    }

    [Fact]
    public async Task The_ledger_says_of_every_transaction_why_it_was_or_was_not_surveyed()
    {
        await using var host = await TestHost.StartAsync();
        var transactions = Enumerable.Range(0, 3).Select(i => new Transaction
        {
            Id = $"T-{i}",
            Program = "bank",
            Touchpoint = "branch",
            OccurredAt = TestHost.Start.AddMinutes(-10 * (i + 1)),
            Contact = new TransactionContact { Id = $"C-{i}", Phone = $"+5198765432{i}", Locale = "es-PE", TimeZone = "America/Lima", Consent = new TransactionConsent { Sms = i > 0 } },
            Attributes = new Dictionary<string, string> { ["branch"] = "Lima" },
        }).ToList();
        transactions.Add(transactions[1] with { Id = "T-R", Program = "retail", Touchpoint = "purchase" });
        await Queues(host).SendAsync(QueueNames.Transactions, new TransactionsReceived(TransactionsReceived.CurrentVersion, "d-1", "standard", TestHost.Start, transactions), cancellationToken: TestContext.Current.CancellationToken);
        await host.Host.WhenIdleAsync();

        using var first = JsonDocument.Parse(await GetAsync(host, "/api/ledger?program=bank&limit=1"));
        var newest = Assert.Single(first.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(("T-0", "noConsent"), (newest.GetProperty("transactionId").GetString(), newest.GetProperty("reason").GetString()));
        using var second = JsonDocument.Parse(await GetAsync(host, $"/api/ledger?program=bank&limit=2&continuation={first.RootElement.GetProperty("continuation").GetString()}"));
        Assert.Equal(["T-1 eligible", "T-2 eligible"], second.RootElement.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("transactionId").GetString()} {i.GetProperty("reason").GetString()}"));

        var csv = (await GetAsync(host, "/api/ledger?program=bank&touchpoint=branch&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, csv.Length);
        var everything = (await GetAsync(host, "/api/ledger?format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(",touchpoint,branch,store,occurredAt,", everything[0]);
        Assert.Equal(["T-0", "T-1", "T-2", "T-R"], everything.Skip(1).Select(line => line.Split(',')[1]));
        Assert.All(csv.Skip(1), line => Assert.DoesNotContain("+51", line));
    }

    [Fact]
    public async Task Nothing_is_told_without_a_key()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var path in new[] { "/api/rollups", "/api/responses", "/api/ledger" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync(path + "?program=bank", TestContext.Current.CancellationToken)).StatusCode);
        }
        using var page = await host.Http.GetAsync("/dashboard?program=bank", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard/sign-in"), (page.StatusCode, page.Headers.Location!.OriginalString));
        using var health = await host.Http.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static ResponseSaved Answer(int i) => new(
        ResponseSaved.CurrentVersion, new ResponseRef($"=C-{i}", TestHost.Start.AddHours(-1), $"journey-{i}"), 1, "bank", "branch", i % 2 == 0 ? Channel.Sms : Channel.Email, "es",
        new Dictionary<string, string> { ["branch"] = "Lima" }, new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 2 },
        new Dictionary<string, string> { ["why"] = "Muy mala atención, llámenme al 987654321" }, Complete: true, TestHost.Start.AddDays(-i));

    private static async Task<string> GetAsync(TestHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", host.Host.HostKey);
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {body}");
        return body;
    }

    private static QueueSender Queues(TestHost host) => host.Host.Services.GetRequiredService<QueueSender>();
}
