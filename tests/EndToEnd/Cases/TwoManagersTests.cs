using System.Net;
using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class TwoManagersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_closes_what_is_closed_is_told_by_whom_and_keeps_every_word_to_save_as_a_note()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        Assert.Equal(303, (await ActAsync(scene, c, Close("Rosa", "NoAction", "Called, nobody there.", ""))).Status);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (status, html) = await ActAsync(scene, c, Close("Juan", "CauseRemoved", "Spoke to her for an hour.", "Abrimos otra caja."));

        Assert.Equal(409, status);
        Assert.Contains("Rosa closed this case before you, at 23 Nov 2026, 11:00.", html, StringComparison.Ordinal);
        var note = html[html.IndexOf("id=\"note-text\"", StringComparison.Ordinal)..];
        Assert.All(["Removed the cause", "Spoke to her for an hour.", "Abrimos otra caja."], words => Assert.Contains(words, note[..note.IndexOf("</textarea>", StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.Contains("value=\"Juan\"", html, StringComparison.Ordinal);
        var kept = await FindAsync(scene, c);
        Assert.Equal(("Rosa", CaseOutcome.NoAction, null), (kept.ResolvedBy, kept.Outcome, kept.WordBack));
        Assert.Equal(303, (await ActAsync(scene, c, [("move", "note"), ("who", "Juan"), ("text", "Spoke to her for an hour.")])).Status);
        Assert.Equal(["Rosa", "Juan"], (await TimelineAsync(scene, c)).Where(e => e.What is CaseEventKind.Resolved or CaseEventKind.Noted).Select(e => e.Who));
    }

    [Fact]
    public async Task Of_two_who_pick_it_up_at_once_one_has_it_and_the_other_is_told_who()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        var answers = await Task.WhenAll(new[] { "Rosa", "Juan" }.Select(who => ActAsync(scene, c, [("move", "acknowledge"), ("who", who)])));

        var owner = (await FindAsync(scene, c)).Owner;
        Assert.Equal([303, 409], answers.Select(a => a.Status).Order());
        Assert.Contains($"{owner} picked this case up before you", answers.Single(a => a.Status == 409).Html, StringComparison.Ordinal);
        Assert.Single(await TimelineAsync(scene, c), e => e.What == CaseEventKind.Acknowledged);
    }

    [Fact]
    public async Task Who_hands_over_from_a_page_that_did_not_show_the_owner_is_told_first_and_may_then_do_it()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        var seen = Hidden(await scene.Http.GetStringAsync($"/cases/{c.Token}", Stop), "seen");
        await ActAsync(scene, c, [("move", "acknowledge"), ("who", "Rosa")]);
        var (status, html) = await ActAsync(scene, c, [("move", "assign"), ("who", "Juan"), ("owner", "Elena"), ("seen", seen)]);

        Assert.Equal(409, status);
        Assert.Contains("Rosa picked this case up before you", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Elena\"", html, StringComparison.Ordinal);
        Assert.Equal("Rosa", (await FindAsync(scene, c)).Owner);
        Assert.Equal(303, (await ActAsync(scene, c, [("move", "assign"), ("who", "Juan"), ("owner", "Elena"), ("seen", Hidden(html, "seen"))])).Status);
        Assert.Equal("Elena", (await FindAsync(scene, c)).Owner);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_sent_while_storage_is_away_comes_back_whole_and_sent_again_it_counts_once(bool silently)
    {
        using var door = new TcpDoor(await SharedAzurite.NewAccountAsync());
        var (scene, c) = await OpenAsync(door.ConnectionString);
        await using var _ = scene;
        var page = await scene.Http.GetStringAsync($"/cases/{c.Token}", Stop);
        (string, string)[] note = [("move", "note"), ("who", "Rosa"), ("text", "Called at <noon>,\r\ncalls back."), ("seen", Hidden(page, "seen")), ("form", Hidden(page, "form"))];
        door.Close(silently);
        var (status, html) = await PostAsync(scene, c, note);

        Assert.Equal(503, status);
        Assert.Contains("was not saved", html, StringComparison.Ordinal);
        Assert.Contains("Called at &lt;noon&gt;,\r\ncalls back.", WebUtility.HtmlDecode(html).Replace("<noon>", "&lt;noon&gt;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("value=\"Rosa\"", html, StringComparison.Ordinal);
        Assert.Equal((Hidden(page, "form"), "note"), (Hidden(html, "form"), Hidden(html, "move")));
        Assert.Equal(503, (int)(await scene.Http.GetAsync($"/cases/{c.Token}", Stop)).StatusCode);

        door.Open();
        Assert.Equal(303, (await PostAsync(scene, c, note)).Status);
        Assert.Equal(303, (await PostAsync(scene, c, note)).Status);
        Assert.Single(await TimelineAsync(scene, c), e => e.What == CaseEventKind.Noted);
    }

    [Fact]
    public async Task Words_for_the_customer_are_shown_with_their_cost_before_anything_is_done()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        var word = "Abrimos más cajas y ya no hay que esperar tanto. Gracias por avisarnos.";
        (string Name, string Value)[] form = Close("Rosa", "CauseRemoved", "", word);
        var (status, html) = await ActAsync(scene, c, [.. form, ("step", "preview")]);

        Assert.Equal(200, status);
        html = WebUtility.HtmlDecode(html);
        Assert.Contains("Before the customer is told", html, StringComparison.Ordinal);
        Assert.Contains($": {word}</blockquote>", html, StringComparison.Ordinal);
        Assert.Contains("2 segments of SMS", html, StringComparison.Ordinal);
        Assert.Contains("<dd>á ", html, StringComparison.Ordinal); // what makes it dearer
        Assert.True((await FindAsync(scene, c)).IsOpen);

        Assert.Contains($"{word}</textarea>", WebUtility.HtmlDecode((await ActAsync(scene, c, [.. form, ("step", "change")])).Html), StringComparison.Ordinal);
        Assert.Equal(303, (await ActAsync(scene, c, [.. form, ("step", "send")])).Status);
        Assert.Equal(WordBackState.Sent, (await FindAsync(scene, c)).WordBackState);
    }

    [Fact]
    public async Task Who_opted_out_is_said_to_be_out_of_reach_before_the_case_is_closed()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        await scene.OptOutAsync((await scene.MessagesAsync("+51987600000"))[0]);
        var (_, html) = await ActAsync(scene, c, [.. Close("Rosa", "Settled", "", "Gracias."), ("step", "preview")]);

        Assert.Contains("The customer asked not to be written to: it will not be sent.", html, StringComparison.Ordinal);
    }

    private static (string, string)[] Close(string who, string outcome, string text, string wordBack) =>
        [("move", "resolve"), ("who", who), ("outcome", outcome), ("text", text), ("wordBack", wordBack)];

    private static string Hidden(string html, string name)
    {
        var from = html.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + name.Length + 15;
        return html[from..html.IndexOf('"', from)];
    }

    private static async Task<(Scene Scene, Case Case)> OpenAsync(string? storage = null)
    {
        var scene = await Scene.StartAsync(change: options => storage is null ? options : options with { Storage = storage });
        await (await Unhappy.AskedAsync(scene, 1)).AnswerAsync(1);
        return (scene, await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).SingleAsync(Stop));
    }

    private static async Task<(int Status, string Html)> PostAsync(Scene scene, Case c, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await scene.Http.PostAsync($"/cases/{c.Token}", form, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<(int Status, string Html)> ActAsync(Scene scene, Case c, (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(scene, c, fields);
        await scene.WhenIdleAsync();
        return answer;
    }

    private static async Task<Case> FindAsync(Scene scene, Case c) => (await scene.Services.GetRequiredService<CaseStore>().FindAsync(c.Id, Stop))!;

    private static Task<IReadOnlyList<CaseEvent>> TimelineAsync(Scene scene, Case c) => scene.Services.GetRequiredService<CaseStore>().TimelineAsync(c.Id, Stop);
}
