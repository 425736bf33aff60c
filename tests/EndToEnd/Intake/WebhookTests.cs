using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.Journeys;
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
