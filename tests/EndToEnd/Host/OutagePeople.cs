using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using CxFunctions.Journeys;
using CxFunctions.Tests.EndToEnd.Journeys;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>Customers who bought something, each with a telephone, on a host whose clock runs by itself.</summary>
internal sealed class OutagePeople(Scene scene)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly List<string> _all = [];
    private readonly ConcurrentDictionary<string, string> _phones = [];

    /// <summary>Everybody whose purchase was accepted.</summary>
    public IReadOnlyList<string> All => _all;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string PhoneOf(string person) => _phones.GetOrAdd(person, _ => $"+5198765{_phones.Count:0000}");

    public async Task<Scene.Received> MessageOfAsync(string person) => (await scene.MessagesAsync(PhoneOf(person)))[0];

    /// <summary>Has the CRM tell of purchases, each in a delivery of its own, and accepted.</summary>
    /// <param name="dueIn">When, in product time, the survey is due.</param>
    public async Task BuyAsync(TimeSpan dueIn, params string[] people)
    {
        foreach (var person in people)
        {
            using var answer = await PostAsync(dueIn, person);
            Assert.Equal(202, (int)answer.StatusCode);
            _all.Add(person);
        }
    }

    public Task<HttpResponseMessage> PostAsync(TimeSpan dueIn, string person) =>
        scene.SendAsync("msg_" + person, Scene.Purchase(person, scene.Now - Delay + dueIn, "C-" + person, PhoneOf(person)));

    /// <summary>Purchases whose survey is due now; done when the messages are there.</summary>
    public async Task<IReadOnlyList<Scene.Received>> AskAsync(params string[] people)
    {
        await BuyAsync(TimeSpan.Zero, people);
        List<Scene.Received> messages = [];
        foreach (var person in people)
        {
            await UntilAsync($"{person} is asked", async () => (await scene.MessagesAsync(PhoneOf(person))).Count == 1);
            messages.Add(await MessageOfAsync(person));
        }
        return messages;
    }

    /// <summary>Whether the message to this person is just being sent.</summary>
    public async Task<bool> IsBeingAskedAsync(string person)
    {
        using var page = await scene.Http.GetAsync("/host/instances/" + JourneyIds.Of("standard", person), Stop);
        return page.IsSuccessStatusCode && (await page.Content.ReadAsStringAsync(Stop)).Contains("InviteContact", StringComparison.Ordinal);
    }

    /// <returns>The status code.</returns>
    public async Task<int> AnswerAsync(Scene.Received message)
    {
        using var answer = await scene.Http.PostAsJsonAsync(message.Path, new { answers = new { recommend = 9, why = "Muy amables" }, complete = true }, Stop);
        return (int)answer.StatusCode;
    }

    /// <summary>Storage being away, no page may say that an answer is saved.</summary>
    public async Task SaveInVainAsync(Scene.Received message)
    {
        var watch = Stopwatch.StartNew();
        using var form = new FormUrlEncodedContent([new("recommend", "9"), new("complete", "true")]);
        using var page = await scene.Http.PostAsync(message.Path, form, Stop);
        Assert.Equal(503, (int)page.StatusCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"answered after {watch.Elapsed}");
    }

    public Task UntilAsync(string what, Func<bool> happened) => UntilAsync(what, () => Task.FromResult(happened()));

    public async Task UntilAsync(string what, Func<Task<bool>> happened)
    {
        var until = DateTime.UtcNow + Patience;
        while (!await happened())
        {
            Assert.True(DateTime.UtcNow < until, $"Not within {Patience}: {what}");
            await Task.Delay(50, Stop);
        }
    }
}
