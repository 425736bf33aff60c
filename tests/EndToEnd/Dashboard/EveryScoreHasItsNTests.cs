using System.Net;
using System.Text.RegularExpressions;
using CxFunctions.Rollups;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

public sealed partial class EveryScoreHasItsNTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_score_on_the_dashboard_stands_beside_its_n_and_its_interval()
    {
        await using var scene = await Scene.StartAsync();
        await AnswersAsync(scene, 9, 10, 2);
        await scene.Services.GetRequiredService<RollupRun>().RunAsync(Stop);
        using (await scene.Http.PostAsync("/dashboard/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("key", scene.HostKey)]), Stop))
        {
            var page = WebUtility.HtmlDecode(await scene.Http.GetStringAsync("/dashboard?program=retail", Stop)).Replace('\u00A0', ' ');

            var cards = Card().Matches(page).Select(m => m.Value).ToList();
            Assert.Equal(3, cards.Count); // NPS, CSAT, CES: each on its own scale
            Assert.All(cards, card => Assert.Matches(@"n = \d", card));
            var nps = Assert.Single(cards, card => card.Contains("n = 3", StringComparison.Ordinal));
            Assert.Contains("95 % interval:", nps, StringComparison.Ordinal);
            var cells = Cell().Matches(page).Select(m => m.Value).ToList();
            Assert.NotEmpty(cells);
            Assert.All(cells, cell => Assert.Contains("n = 3", cell, StringComparison.Ordinal));
            var rows = Row().Matches(page).Select(m => m.Value).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(["+33", "−51 to +85", "3"], Number().Matches(row).Select(n => n.Groups[1].Value)));
        }
    }

    private static async Task AnswersAsync(Scene scene, params int[] scores)
    {
        await scene.PostAsync([.. scores.Select((_, i) => Scene.Purchase($"T-{i}", Scene.Ten, $"C-{i}", Phone(i)))]);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        for (var i = 0; i < scores.Length; i++)
        {
            await scene.AnswerAsync((await scene.MessagesAsync(Phone(i)))[0], complete: true, scores[i]);
        }
    }

    private static string Phone(int i) => $"+5198700{i:0000}";

    /// <summary>The large figures.</summary>
    [GeneratedRegex("<p class=\"score.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Card();

    /// <summary>Scores by dimension: the cells with an interval.</summary>
    [GeneratedRegex("<td class=\"number\">[^<]*<br\\s*/?><small>(?!of).*?</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    /// <summary>The numbers behind a chart.</summary>
    [GeneratedRegex("<tr>\\s*<th scope=\"row\"><time.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td class=\"number\">([^<]*)</td>")]
    private static partial Regex Number();
}
