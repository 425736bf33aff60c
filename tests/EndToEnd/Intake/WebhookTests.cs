using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Tests.EndToEnd.Journeys;

namespace CxFunctions.Tests.EndToEnd.Intake;

public sealed class WebhookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_is_answered_item_by_item()
    {
        await using var scene = await Scene.StartAsync();
        var receipt = await scene.PostAsync(
            Scene.Purchase("T-1", Scene.Ten),
            new { id = "T-2", program = "retail", touchpoint = "purchase", occurredAt = "yesterday", contact = new { id = "C" } },
            Scene.Purchase("T-1", Scene.Ten),
            "nonsense");

        Assert.Equal(("msg_1", 1, 1), (receipt.GetProperty("delivery").GetString(), receipt.GetProperty("accepted").GetInt32(), receipt.GetProperty("duplicates").GetInt32()));
        Assert.Equal([1, 3], receipt.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("index").GetInt32()));
        Assert.StartsWith("occurredAt must be ISO 8601", receipt.GetProperty("rejected")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_genuine_not_readable_not_known_or_too_large_is_refused_as_the_contract_says()
    {
        await using var scene = await Scene.StartAsync();
        var body = JsonSerializer.SerializeToUtf8Bytes(Scene.Purchase("T-1", Scene.Ten));

        Assert.Equal((401, "urn:cxfunctions:problem:unauthorized"), await PostAsync(scene, "standard", body, []));
        Assert.Equal((401, "urn:cxfunctions:problem:unauthorized"), await PostAsync(scene, "standard", body, Signed(scene, body, scene.Now.AddMinutes(-6))));
        Assert.Equal((401, "urn:cxfunctions:problem:unauthorized"), await PostAsync(scene, "standard", [.. body, (byte)' '], Signed(scene, body, scene.Now)));
        Assert.Equal((404, "urn:cxfunctions:problem:not-found"), await PostAsync(scene, "zendesk", body, Signed(scene, body, scene.Now)));
        var broken = Encoding.UTF8.GetBytes("{\"id\":");
        Assert.Equal((400, "urn:cxfunctions:problem:malformed-request"), await PostAsync(scene, "standard", broken, Signed(scene, broken, scene.Now)));
        var large = new byte[(1024 * 1024) + 1];
        Assert.Equal((413, "urn:cxfunctions:problem:too-large"), await PostAsync(scene, "standard", large, Signed(scene, large, scene.Now)));
        Assert.Null(await scene.LedgerOf.FindAsync("standard", "T-1", Stop));
    }

    [Fact]
    public async Task A_delivery_of_a_megabyte_is_split_and_arrives_whole()
    {
        await using var scene = await Scene.StartAsync();
        var items = Enumerable.Range(0, 40).Select(i => new
        {
            id = "T-" + i,
            program = "retail",
            touchpoint = "purchase",
            occurredAt = Scene.Ten,
            contact = new { id = "C-" + i },
            attributes = Enumerable.Range(0, 25).ToDictionary(a => "a" + a, _ => new string('x', 900)),
        });
        var receipt = await scene.PostAsync([.. items]);

        Assert.Equal(40, receipt.GetProperty("accepted").GetInt32());
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 40).Select(i => scene.LedgerAsync("T-" + i))), e => Assert.Equal(LedgerReason.NoConsent, e.Reason));
    }

    [Fact]
    public async Task A_contact_with_a_bad_telephone_is_asked_by_mail_and_one_with_a_bad_address_by_telephone()
    {
        await using var scene = await Scene.StartAsync();
        var receipt = await scene.PostAsync(
            Purchase("T-1", "C-1", phone: "12345", email: "ana@example.com"),
            Purchase("T-2", "C-2", phone: "987 000 002", email: "n/a", locale: "español", zone: "Mars/Olympus"),
            Purchase("T-3", "C-3", phone: "(01) 234-5678", email: "landline@example.com"),
            Purchase("T-4", "C-4", phone: "(01) 234-5678", email: null));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal((4, 0), (receipt.GetProperty("accepted").GetInt32(), receipt.GetProperty("rejected").GetArrayLength()));
        Assert.Single(await scene.MessagesAsync("ana@example.com"));
        Assert.Single(await scene.MessagesAsync("+51987000002"));
        Assert.Single(await scene.MessagesAsync("landline@example.com"));
        Assert.Empty(await scene.MessagesAsync("+5112345678"));
        Assert.Equal((LedgerReason.Eligible, "contact.phone"), (await scene.LedgerAsync("T-1")) is var one ? (one.Reason, string.Join(' ', one.Unusable)) : default);
        Assert.Equal("contact.email contact.locale contact.timeZone", string.Join(' ', (await scene.LedgerAsync("T-2")).Unusable));
        const string Landline = "contact.phone is of a kind that takes no SMS";
        Assert.Equal((LedgerReason.Eligible, Landline), (await scene.LedgerAsync("T-3")) is var three ? (three.Reason, three.Detail) : default);
        Assert.Equal((LedgerReason.NoAddress, Landline), (await scene.LedgerAsync("T-4")) is var four ? (four.Reason, four.Detail) : default);
    }

    [Fact]
    public async Task What_was_refused_has_its_row_and_is_listed_like_all_the_others_also_what_lies_in_the_future()
    {
        await using var scene = await Scene.StartAsync();
        var receipt = await scene.PostAsync(
            Purchase("T-1", "C-1", at: "2026-11-23T10:00:00"),
            new { id = "T-2", occurredAt = Scene.Ten, contact = "Ana" },
            Purchase("T-3", "C-3", at: "1999-01-01T00:00:00Z"),
            Purchase("T-4", "C-4", at: "2031-01-01T00:00:00Z"),
            new { id = "T-5", program = "nowhere", touchpoint = "purchase", occurredAt = Scene.Ten, contact = new { id = "C-5" } },
            new { program = "retail" });

        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal([0, 1, 2, 5], receipt.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("index").GetInt32()));
        Assert.Equal(
            [
                "T-1 refused: occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00",
                "T-2 refused: program is missing",
                "T-3 refused: occurredAt must lie between the years 2000 and 2099",
                "T-4 inFuture: ",
                "T-5 unknownProgram: ",
            ],
            (await ListedAsync(scene)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_comes_again_as_it_should_be_is_surveyed_and_no_refusal_takes_back_a_decision()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Purchase("T-1", "C-1", at: "yesterday"));
        Assert.Equal(LedgerReason.Refused, (await scene.LedgerAsync("T-1")).Reason);
        await scene.PostAsync(Purchase("T-1", "C-1", at: Scene.Ten.AddMinutes(-90)));
        await scene.PostAsync(Purchase("T-1", "C-1", at: "yesterday"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Single(await scene.MessagesAsync("+51987654321"));
        Assert.Equal((LedgerReason.Eligible, true), (await scene.LedgerAsync("T-1")) is var entry ? (entry.Reason, entry.InvitedAt is not null) : default);
        Assert.Equal(["T-1 eligible: "], await ListedAsync(scene));
    }

    [Fact]
    public async Task HubSpot_signs_over_the_public_address_and_its_event_becomes_a_survey()
    {
        await using var scene = await Scene.StartAsync();
        var body = JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            new
            {
                eventId = 1, subscriptionId = 2, portalId = 3, objectId = 4, occurredAt = Scene.Ten.ToUnixTimeMilliseconds(), subscriptionType = "deal.propertyChange",
                propertyName = "dealstage", propertyValue = "closedwon", attemptNumber = 0,
                contact = new { id = "C-1", phone = "+51987654321", timeZone = "America/Lima", consent = new { sms = true } },
            },
        });
        var signed = new HubSpotSigner(LocalSecrets.HubSpot, scene.Http.BaseAddress + "api/webhooks/hubspot?t=a:b").Headers(scene.Now, body).ToArray();

        Assert.Equal(202, (await PostAsync(scene, "hubspot?t=a%3Ab", body, signed)).Status);
        Assert.Equal(401, (await PostAsync(scene, "hubspot?t=a%3Ac", body, signed)).Status);
        await scene.WhenIdleAsync();
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync($"3-2-1-4-{Scene.Ten.ToUnixTimeMilliseconds()}", "hubspot")).Reason);
    }

    private static object Purchase(
        string id, string contact, object? at = null, string phone = "+51987654321", string? email = null, string locale = "es-PE", string zone = "America/Lima") => new
        {
            id,
            program = "retail",
            touchpoint = "purchase",
            occurredAt = at ?? Scene.Ten,
            contact = new { id = contact, phone, email, locale, timeZone = zone, consent = new { sms = true, email = true } },
        };

    /// <summary>As the ledger is listed where nothing is asked for.</summary>
    private static async Task<List<string>> ListedAsync(Scene scene)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/ledger");
        request.Headers.Add("x-functions-key", scene.HostKey);
        using var answer = await scene.Http.SendAsync(request, Stop);
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return [.. page.GetProperty("items").EnumerateArray().Select(item =>
            $"{item.GetProperty("transactionId").GetString()} {item.GetProperty("reason").GetString()}: {(item.TryGetProperty("detail", out var detail) ? detail.GetString() : "")}")];
    }

    private static IEnumerable<(string Name, string Value)> Signed(Scene scene, byte[] body, DateTimeOffset at) =>
        new StandardWebhooksSigner(LocalSecrets.Standard).Headers("msg_1", at, body);

    private static async Task<(int Status, string? Type)> PostAsync(Scene scene, string source, byte[] body, IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/" + source) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await scene.Http.SendAsync(request, Stop);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return ((int)response.StatusCode, answer.TryGetProperty("type", out var type) ? type.GetString() : null);
    }
}
