using System.Text.Json.Nodes;
using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class WorkingHoursTests
{
    private const string Manager = "+12025550190";
    private const string Director = "+12025550191";
    private const string EveryHalfHour = "0 */30 * * * *";

    /// <summary>Five in the afternoon in Lima, a Friday.</summary>
    private static readonly DateTimeOffset Friday = Scene.Ten.AddDays(4).AddHours(7);

    private static readonly DateTimeOffset Answered = Friday.AddMinutes(90);

    /// <summary>Nine in the morning on Monday.</summary>
    private static readonly DateTimeOffset Monday = Scene.Ten.AddDays(7).AddHours(-1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_at_work_from_nine_to_six_hears_on_Monday_of_an_answer_of_Friday_evening_and_has_working_time_to_act()
    {
        var (programs, scene) = await UnhappyAsync(_ => { });
        using var _ = programs;
        await using var __ = scene;
        await scene.AdvanceToAsync(Monday.AddSeconds(-1));
        Assert.Empty(await scene.MessagesAsync(Manager));
        await scene.AdvanceToAsync(Monday);

        var told = Assert.Single(await scene.MessagesAsync(Manager));
        Assert.Equal(Monday, told.At);
        Assert.Contains("pick it up by 2026-11-30 13:00 and close it by 2026-12-02 15:00 (America/Lima)", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("late", told.Text, StringComparison.Ordinal);

        // Nobody acts: whoever is above hears of it four working hours later, and again after twenty-four.
        await scene.AdvanceToAsync(Monday.AddDays(3));
        Assert.Equal([Monday.AddHours(4), Monday.AddHours(54)], (await scene.MessagesAsync(Director)).Select(m => m.At));
    }

    [Fact]
    public async Task A_rule_for_any_hour_is_told_in_the_evening_and_its_time_runs_at_once()
    {
        var (programs, scene) = await UnhappyAsync(program => program["alerts"]![0]!["atAnyHour"] = true);
        using var _ = programs;
        await using var __ = scene;

        Assert.Equal(Answered, Assert.Single(await scene.MessagesAsync(Manager)).At);
        Assert.Equal(Answered.AddHours(4), (await CaseAsync(scene)).AcknowledgeBy);
    }

    [Fact]
    public async Task Who_is_above_is_told_of_a_missed_deadline_when_they_are_at_work()
    {
        // The manager's desk is always taken; the director's is not.
        var (programs, scene) = await UnhappyAsync(program => program["recipients"]!["manager"]!.AsObject().Remove("workingHours"));
        using var _ = programs;
        await using var __ = scene;
        await scene.AdvanceToAsync(Monday.AddHours(1));

        Assert.Equal(Answered, Assert.Single(await scene.MessagesAsync(Manager)).At);
        Assert.Equal([Monday, Monday], (await scene.MessagesAsync(Director)).Select(m => m.At));
        Assert.Equal((Answered.AddHours(4), Answered.AddHours(24)), await CaseAsync(scene) is var c ? (c.AcknowledgeEscalatedAt, c.ResolveEscalatedAt) : default);
    }

    [Fact]
    public async Task The_deadlines_of_a_case_stay_what_they_were_when_the_program_changes()
    {
        var (programs, scene) = await UnhappyAsync(_ => { });
        using var _ = programs;
        await using var __ = scene;
        var before = await CaseAsync(scene);
        programs.Change("retail.json", program => program["recipients"]!["manager"]!["workingHours"]!["from"] = "14:00:00");
        await scene.RestartAsync();
        await scene.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal((before.AcknowledgeBy, before.ResolveBy), await CaseAsync(scene) is var after ? (after.AcknowledgeBy, after.ResolveBy) : default);
    }

    private static async Task<(Programs Programs, Scene Scene)> UnhappyAsync(Action<JsonNode> change)
    {
        var programs = Programs.Changed("retail.json", program =>
        {
            foreach (var name in new[] { "manager", "regional" })
            {
                program["recipients"]![name]!["workingHours"] = new JsonObject();
            }
            change(program);
        });
        var scene = await Scene.StartAsync(Friday, programs.Use, notices: EveryHalfHour);
        await scene.PostAsync(Scene.Purchase("T-1", Friday));
        await scene.AdvanceToAsync(Answered);
        await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: true, score: 2);
        return (programs, scene);
    }

    private static async Task<Case> CaseAsync(Scene scene) => await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).SingleAsync(Stop);
}
