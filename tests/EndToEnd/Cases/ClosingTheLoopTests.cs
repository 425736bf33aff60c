using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class ClosingTheLoopTests
{
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";
    private const string Director = "+12025550191";
    private static readonly DateTimeOffset Answered = Scene.Ten.AddHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A purchase at ten, a 2 of 10 at eleven.</summary>
    private static async Task<(Scene Scene, string Case)> UnhappyAsync()
    {
        var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceToAsync(Answered);
        await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: true, score: 2);
        return (scene, (await scene.MessagesAsync(Manager))[0].CasePath);
    }

    private static async Task<int> ActAsync(Scene scene, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await scene.Http.PostAsync(path, form, Stop);
        await scene.WhenIdleAsync();
        return (int)answer.StatusCode;
    }

    private static Task<Case?> CaseAsync(Scene scene, string path) =>
        scene.Services.GetRequiredService<CaseStore>().FindByTokenAsync(path.Split('/')[^1], Stop);

    [Fact]
    public async Task An_unhappy_answer_reaches_the_manager_at_once_by_SMS_and_by_mail_with_one_link()
    {
        var (scene, path) = await UnhappyAsync();
        await using var _ = scene;

        var sms = Assert.Single(await scene.MessagesAsync(Manager));
        var mail = Assert.Single(await scene.MessagesAsync(ManagersMail));
        Assert.Equal((Answered, Answered, path), (sms.At, mail.At, mail.CasePath));
        Assert.DoesNotContain("Ana", sms.Text + mail.Subject, StringComparison.Ordinal); // whom it is about stands behind the link
        Assert.Contains("Whom to call", await scene.Http.GetStringAsync(path, Stop), StringComparison.Ordinal);
        Assert.Equal((CaseState.Open, Answered.AddHours(4)), (await CaseAsync(scene, path)) is { } c ? (c.State, c.AcknowledgeBy) : default);
    }

    [Fact]
    public async Task Picked_up_and_closed_in_time_nobody_above_hears_of_it_and_the_customer_hears_what_changed()
    {
        var (scene, path) = await UnhappyAsync();
        await using var _ = scene;
        Assert.Equal(303, await ActAsync(scene, path, ("move", "acknowledge"), ("who", "Rosa")));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(12)); // ten in the evening: the customer sleeps
        Assert.Equal(303, await ActAsync(scene, path, ("move", "resolve"), ("who", "Rosa"), ("outcome", "CauseRemoved"), ("wordBack", "Abrimos otra caja.")));
        Assert.Single(await scene.MessagesAsync());
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));

        var word = (await scene.MessagesAsync())[^1];
        Assert.Equal(Scene.Ten.AddHours(23), word.At); // nine the next morning
        Assert.Contains("Abrimos otra caja.", word.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await scene.MessagesAsync()).Count);
        Assert.Equal(WordBackState.Sent, (await CaseAsync(scene, path))!.WordBackState);
        Assert.Empty(await scene.MessagesAsync(Director));
    }

    [Fact]
    public async Task A_case_that_nobody_touches_is_escalated_once_for_each_deadline()
    {
        var (scene, path) = await UnhappyAsync();
        await using var _ = scene;
        await scene.AdvanceToAsync(Answered.AddHours(4).AddSeconds(-1));
        Assert.Empty(await scene.MessagesAsync(Director));
        await scene.AdvanceToAsync(Answered.AddDays(5));

        Assert.Equal([Late(4), Late(24)], (await scene.MessagesAsync(Director)).Select(m => m.At));
        Assert.Equal((CaseState.Open, Late(4), Late(24)), (await CaseAsync(scene, path)) is { } c ? (c.State, c.AcknowledgeEscalatedAt, c.ResolveEscalatedAt) : default);
    }

    [Fact]
    public async Task The_same_form_twice_is_one_step_and_a_form_with_a_hole_keeps_what_was_typed()
    {
        var (scene, path) = await UnhappyAsync();
        await using var _ = scene;
        Assert.Equal(400, await ActAsync(scene, path, ("move", "resolve"), ("who", "Rosa")));
        await Task.WhenAll(ActAsync(scene, path, ("move", "acknowledge"), ("who", "Rosa")), ActAsync(scene, path, ("move", "acknowledge"), ("who", "Juan")));

        var timeline = await scene.Services.GetRequiredService<CaseStore>().TimelineAsync((await CaseAsync(scene, path))!.Id, Stop);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Acknowledged], timeline.Select(e => e.What));
    }

    [Fact]
    public async Task Who_opted_out_meanwhile_is_not_written_to_and_the_case_says_so()
    {
        var (scene, path) = await UnhappyAsync();
        await using var _ = scene;
        await scene.OptOutAsync((await scene.MessagesAsync())[0]);
        await ActAsync(scene, path, ("move", "resolve"), ("who", "Rosa"), ("outcome", "Settled"), ("wordBack", "Gracias."));
        await scene.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(WordBackState.NotSent, (await CaseAsync(scene, path))!.WordBackState);
    }

    private static DateTimeOffset Late(int hours) => Answered.AddHours(hours);

    [Theory]
    [InlineData("/cases/AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/cases/x")]
    public async Task A_link_that_leads_nowhere_is_a_page_that_says_so(string path)
    {
        await using var scene = await Scene.StartAsync();
        using var answer = await scene.Http.GetAsync(path, Stop);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("No such case", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
