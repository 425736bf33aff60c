using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

public sealed class OperationsTests
{
    private const string StaffKey = "a-staff-key-of-the-tests";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_failed_for_good_is_told_with_its_reason_and_put_back_one_by_one_or_all_at_once()
    {
        await using var scene = await FailedAsync("""{"version":7}""", "not json, ana@example.com", """{"version":8}""");
        var messages = await MessagesAsync(scene);

        Assert.Equal(3, messages.Count);
        Assert.All(messages, m => Assert.Equal(("FactConsumer", 5, "UnknownMessageException"), (Of(m, "function").GetString(), Of(m, "tries").GetInt32(), Of(m, "exceptions").GetString())));
        Assert.DoesNotContain("ana@example.com", JsonSerializer.Serialize(messages), StringComparison.Ordinal);

        var one = messages.Single(m => Of(m, "sentence").GetString()!.Contains("version 7", StringComparison.Ordinal)).GetProperty("id").GetString();
        Assert.Equal("""{"queue":"facts","replayed":1,"more":false}""", await ReplayAsync(scene, $"facts/replay?id={one}"));
        // What was put back may have failed for good again already, but then under an id of its own.
        Assert.DoesNotContain(await MessagesAsync(scene), m => m.GetProperty("id").GetString() == one);
        await FailAsync(scene);
        Assert.Equal("""{"queue":"facts","replayed":3,"more":false}""", await ReplayAsync(scene, "facts/replay"));
        Assert.Empty((await MessagesAsync(scene)).Select(m => m.GetProperty("id").GetString()).Intersect(messages.Select(m => m.GetProperty("id").GetString())));

        // Nothing has mended them: they are tried as often as before, and told anew.
        await FailAsync(scene);
        Assert.Equal(3, (await MessagesAsync(scene)).Count(m => m.TryGetProperty("reason", out _)));
    }

    [Fact]
    public async Task Only_who_holds_a_key_may_and_only_what_there_is_can_be_put_back()
    {
        await using var scene = await FailedAsync("""{"version":7}""");

        Assert.Equal(401, await StatusAsync(scene, HttpMethod.Get, "/api/poison"));
        Assert.Equal(401, await StatusAsync(scene, HttpMethod.Post, "/api/poison/facts/replay"));
        Assert.Equal(404, await StatusAsync(scene, HttpMethod.Post, $"/api/poison/nonsense/replay?code={scene.HostKey}"));
        Assert.Equal(404, await StatusAsync(scene, HttpMethod.Post, $"/api/poison/facts/replay?id=nobody&code={scene.HostKey}"));
        Assert.Equal("""{"queue":"cases","replayed":0,"more":false}""", await ReplayAsync(scene, "cases/replay"));
        Assert.Single(await MessagesAsync(scene)); // the one that was not meant is there to be seen again
    }

    [Fact]
    public async Task What_lies_in_poison_does_not_run_out_of_time()
    {
        await using var scene = await FailedAsync("""{"version":7}""");
        var keeping = scene.Services.GetRequiredService<PoisonKeeping>();

        Assert.Equal(1, await keeping.KeepAsync(QueueNames.Facts, Stop));
        Assert.Equal(0, await keeping.KeepAsync(QueueNames.Facts, Stop));
        var kept = (await scene.Services.GetRequiredService<QueueServiceClient>().GetQueueClient("facts-poison").PeekMessagesAsync(32, Stop)).Value;
        Assert.Equal(9999, Assert.Single(kept).ExpiresOn!.Value.Year);
        Assert.True(Assert.Single(await MessagesAsync(scene)).TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task The_page_shows_it_to_staff_and_its_button_puts_it_back_but_not_for_a_form_of_another_site()
    {
        await using var scene = await FailedAsync("""{"version":7}""");
        Assert.Equal(302, await StatusAsync(scene, HttpMethod.Get, "/dashboard/operations"));
        Assert.Equal(302, await StatusAsync(scene, HttpMethod.Post, "/dashboard/operations/replay"));
        var cookie = await SignInAsync(scene);
        Assert.Contains("of version 7; this release knows version 2", await (await SendAsync(scene, cookie, HttpMethod.Get, "")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        Assert.Equal(400, (int)(await SendAsync(scene, cookie, HttpMethod.Post, "/replay", "cross-site")).StatusCode);
        Assert.Single(await MessagesAsync(scene));
        using var done = await SendAsync(scene, cookie, HttpMethod.Post, "/replay", "same-origin");
        Assert.Equal((HttpStatusCode.SeeOther, "/dashboard/operations?queue=facts&replayed=1#news"), (done.StatusCode, done.Headers.Location!.OriginalString));
        Assert.Empty(await MessagesAsync(scene));
    }

    private static async Task<Scene> FailedAsync(params string[] bodies)
    {
        var scene = await Scene.StartAsync(change: o => o with { Settings = new Dictionary<string, string>(o.Settings) { ["Cx__StaffKey"] = StaffKey } });
        foreach (var body in bodies)
        {
            await scene.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(QueueNames.Facts).SendMessageAsync(body, Stop);
        }
        await FailAsync(scene);
        return scene;
    }

    private static async Task FailAsync(Scene scene)
    {
        for (var tries = 0; tries < DequeueLimit.Default; tries++)
        {
            await scene.AdvanceAsync(TimeSpan.FromSeconds(31));
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> MessagesAsync(Scene scene)
    {
        var poison = await scene.Http.GetFromJsonAsync<JsonElement>($"/api/poison?code={scene.HostKey}", Stop);
        return [.. poison.GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("queue").GetString() == "facts").GetProperty("messages").EnumerateArray()];
    }

    private static JsonElement Of(JsonElement message, string name) => message.GetProperty("reason").GetProperty(name);

    private static async Task<string> ReplayAsync(Scene scene, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/poison/" + path) { Headers = { { "x-functions-key", scene.HostKey } } };
        using var answer = await scene.Http.SendAsync(request, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<int> StatusAsync(Scene scene, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await scene.Http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    private static async Task<string> SignInAsync(Scene scene)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = StaffKey });
        using var answer = await scene.Http.PostAsync("/dashboard/sign-in", form, Stop);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<HttpResponseMessage> SendAsync(Scene scene, string cookie, HttpMethod method, string path, string? site = null)
    {
        using var request = new HttpRequestMessage(method, "/dashboard/operations" + path) { Headers = { { "Cookie", cookie } } };
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["queue"] = "facts" });
        }
        return await scene.Http.SendAsync(request, Stop);
    }
}
