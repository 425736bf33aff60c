using System.Net.Http.Json;
using CxFunctions.Tests.EndToEnd.Journeys;

namespace CxFunctions.Tests.EndToEnd.Cases;

/// <summary>Many customers, each with a telephone, who bought at the same time and are to be asked.</summary>
internal sealed class Unhappy
{
    private readonly Scene _scene;
    private readonly List<string> _links = [];
    private int _answered;

    private Unhappy(Scene scene) => _scene = scene;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>They bought now; an hour later all of them have been asked.</summary>
    public static async Task<Unhappy> AskedAsync(Scene scene, int count)
    {
        var people = new Unhappy(scene);
        var phones = Enumerable.Range(0, count).Select(i => $"+519876{i:00000}").ToList();
        foreach (var some in phones.Select((phone, i) => Scene.Purchase($"T-{i}", scene.Now, $"C-{i}", phone)).Chunk(25))
        {
            await scene.PostAsync(some);
        }
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        foreach (var phone in phones)
        {
            people._links.Add((await scene.MessagesAsync(phone))[0].Path);
        }
        return people;
    }

    /// <summary>The next so many answer at this moment.</summary>
    public async Task AnswerAsync(int count, int score = 2, string? words = null)
    {
        var next = _links.GetRange(_answered, count);
        _answered += count;
        await Task.WhenAll(next.Select(async link =>
        {
            object answers = words is null ? new { recommend = score } : new { recommend = score, why = words };
            using var saved = await _scene.Http.PostAsJsonAsync(link, new { answers, complete = true }, Stop);
            Assert.Equal(200, (int)saved.StatusCode);
        }));
        await _scene.WhenIdleAsync();
    }
}
