using CxFunctions.Alerts;
using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Alerts;

public sealed class AlertTests
{
    private const string Manager = "+12025550190";
    private const string Director = "+12025550191";

    [Fact]
    public async Task A_bad_score_that_is_left_without_words_is_told_once_it_has_rested()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: false, score: 3);
        await scene.AdvanceAsync(RestingAnswer.Rest - TimeSpan.FromSeconds(1));
        Assert.Empty(await scene.MessagesAsync(Manager));
        await scene.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(Scene.Ten.AddHours(1) + RestingAnswer.Rest, Assert.Single(await scene.MessagesAsync(Manager)).At);
    }

    [Fact]
    public async Task One_that_is_finished_meanwhile_is_told_once_and_one_that_is_corrected_not_at_all()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten), Scene.Purchase("T-2", Scene.Ten, "C-2", "+51987654322"));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        var (finished, corrected) = ((await scene.MessagesAsync())[0], (await scene.MessagesAsync("+51987654322"))[0]);
        await scene.AnswerAsync(finished, complete: false, score: 3);
        await scene.AnswerAsync(corrected, complete: false, score: 3);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        await scene.AnswerAsync(finished, complete: true, score: 3);
        await scene.AnswerAsync(corrected, complete: false, score: 9);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(Scene.Ten.AddMinutes(65), Assert.Single(await scene.MessagesAsync(Manager)).At);
        var cases = await scene.Services.GetRequiredService<CaseStore>().AllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Single(cases);
    }

    [Fact]
    public async Task A_day_that_falls_behind_the_days_before_is_told_once_to_everybody_named()
    {
        await using var scene = await Scene.StartAsync(rollups: "0 0 * * * *");
        await AnswersAsync(scene, day: 0, score: 10);
        await AnswersAsync(scene, day: 1, score: 7);
        await scene.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Contains("fell from 100 to 0", Assert.Single(await scene.MessagesAsync(Director)).Text, StringComparison.Ordinal);
        Assert.Single(await scene.MessagesAsync(Manager));
    }

    /// <summary>Twelve purchases at ten, all answered an hour later.</summary>
    private static async Task AnswersAsync(Scene scene, int day, int score)
    {
        var at = Scene.Ten.AddDays(day);
        await scene.AdvanceToAsync(at);
        var phones = Enumerable.Range(0, 12).Select(i => $"+5198765{day}{i:000}").ToList();
        await scene.PostAsync([.. phones.Select((phone, i) => Scene.Purchase($"T-{day}-{i}", at, $"C-{day}-{i}", phone))]);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        foreach (var phone in phones)
        {
            await scene.AnswerAsync((await scene.MessagesAsync(phone))[0], complete: true, score);
        }
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
    }
}
