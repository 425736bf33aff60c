using CxFunctions.Spending;
using CxFunctions.Tests.EndToEnd.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

public sealed class NoticeBudgetTests
{
    private const string Manager = "+12025550190";

    [Fact]
    public async Task Surveys_that_have_spent_their_budget_do_not_silence_managers()
    {
        await using var scene = await StartAsync("SmsSegmentsPerDay", 1);
        var people = await Unhappy.AskedAsync(scene, 1);
        await scene.PostAsync(Scene.Purchase("T-9", scene.Now, "C-9", "+51987654329"));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(await scene.MessagesAsync("+51987654329")); // nothing is left for surveys
        await people.AnswerAsync(1);

        Assert.Single(await scene.MessagesAsync(Manager));
        var spent = await SpentAsync(scene);
        Assert.Equal(1, spent.GetValueOrDefault(SpendKind.SmsSegment));
        Assert.InRange(spent.GetValueOrDefault(SpendKind.NoticeSmsSegment), 1, 3);
        Assert.Equal((0, 1), (spent.GetValueOrDefault(SpendKind.Email), spent.GetValueOrDefault(SpendKind.NoticeEmail)));
    }

    [Fact]
    public async Task Alerts_that_have_spent_theirs_do_not_stop_surveys_and_wait_for_the_next_day()
    {
        await using var scene = await StartAsync("NoticeSmsSegmentsPerDay", 0);
        var people = await Unhappy.AskedAsync(scene, 1);
        await people.AnswerAsync(1);
        Assert.Empty(await scene.MessagesAsync(Manager));
        await scene.PostAsync(Scene.Purchase("T-9", scene.Now, "C-9", "+51987654329"));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await scene.MessagesAsync("+51987654329"));
        Assert.Empty(await scene.MessagesAsync(Manager));
    }

    private static Task<Scene> StartAsync(string budget, int most) => Scene.StartAsync(
        change: options => options with { Settings = new Dictionary<string, string>(options.Settings) { [$"Budget__{budget}"] = $"{most}" } });

    private static Task<IReadOnlyDictionary<SpendKind, int>> SpentAsync(Scene scene) =>
        scene.Services.GetRequiredService<Budget>().SpentAsync(DateOnly.FromDateTime(scene.Now.UtcDateTime), TestContext.Current.CancellationToken);
}
