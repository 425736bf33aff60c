using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Tests.Browser.BrowserFixture;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Respondent;

public sealed class AnsweringTests(Browsers browsers, Site site)
{
    [Fact]
    public async Task A_survey_can_be_answered_with_the_keyboard_alone()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation));

        await TabToAsync(page, "input[type=radio]");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await TabToAsync(page, "textarea");
        await page.Keyboard.TypeAsync("Me atendieron tarde");
        await TabToAsync(page, "button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**?sent**");

        var stored = await site.Respondents.StoredAsync(invitation);
        Assert.True(stored!.Complete);
        Assert.InRange(stored.Scores[QuestionKind.Nps], 1, 2);
        Assert.Contains("why", stored.VerbatimPrints.Keys);
    }

    [Fact]
    public async Task A_survey_can_be_answered_without_JavaScript()
    {
        var invitation = await site.Respondents.InviteAsync("bank", "call-center", "pt");
        var page = await browsers.OpenAsync(320, scripts: false);
        await page.GotoAsync(site.Respondents.Of(invitation));

        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("Escolha uma resposta");
        await page.GetByRole(AriaRole.Radio, new() { Name = "5 Muito satisfeito" }).CheckAsync();
        await page.Locator("textarea").FillAsync("Resolveram na hora");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Pronto, está salvo");
        var stored = await site.Respondents.StoredAsync(invitation);
        Assert.True(stored!.Complete);
        Assert.Equal(5, stored.Scores[QuestionKind.Csat]);
    }

    [Fact]
    public async Task An_answer_is_saved_as_it_is_given()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation));

        await page.Locator("label", new() { HasText = "8" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Guardado");

        var stored = await site.Respondents.StoredAsync(invitation);
        Assert.Equal((8, false), (stored!.Scores[QuestionKind.Nps], stored.Complete));

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "8", Exact = true })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_score_in_the_link_is_no_answer_until_it_is_sent()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation, "?score=9"));
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "9", Exact = true })).ToBeCheckedAsync();
        Assert.Null(await site.Respondents.StoredAsync(invitation));

        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**?sent**");
        Assert.Equal(9, (await site.Respondents.StoredAsync(invitation))!.Scores[QuestionKind.Nps]);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_when_it_could_not_be_saved()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation, "?score=3"));
        await page.RouteAsync("**/s/*", route => route.AbortAsync());
        await page.Locator("textarea").FillAsync("Esperé una hora");
        await page.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(page.Locator("#not-saved")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#not-saved")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("textarea")).ToHaveValueAsync("Esperé una hora");
        Assert.Null(await site.Respondents.StoredAsync(invitation));

        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**?sent**");
        Assert.True((await site.Respondents.StoredAsync(invitation))!.Complete);
    }

    [Fact]
    public async Task The_back_button_asks_nobody_twice()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync(scripts: false);
        await page.GotoAsync(site.Respondents.Of(invitation));
        await page.Locator("label", new() { HasText = "7" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Listo, quedó guardado");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Ya respondió esta encuesta");
        Assert.Equal(1, (await site.Respondents.StoredAsync(invitation))!.Revision);
    }

    [Fact]
    public async Task The_counter_says_how_much_room_is_left()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation));
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("Hasta 1000 caracteres.");
        await page.Locator("textarea").FillAsync("Bien");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("Quedan 996 caracteres.");
    }

    [Fact]
    public async Task The_language_can_be_changed_on_the_page()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation));
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveTextAsync("Send");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task The_words_travel_on_the_queue_and_rest_nowhere_else()
    {
        var invitation = await site.Respondents.InviteAsync();
        var page = await browsers.OpenAsync();
        await page.GotoAsync(site.Respondents.Of(invitation, "?score=10"));
        await page.Locator("textarea").FillAsync("Excelente atención de Rosa");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**?sent**");

        var saved = (await site.Respondents.TakeAsync<ResponseSaved>(QueueNames.Responses)).Where(m => m.Ref.ContactId == invitation.ContactId).ToList();
        Assert.Contains(saved, m => m.Complete && m.Verbatims["why"] == "Excelente atención de Rosa");
        await foreach (var row in site.Respondents.Tables.GetTableClient(TableNames.Responses).QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.DoesNotContain("Rosa", string.Join(' ', row.Keys.Select(key => row[key])));
        }
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 20; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }
        Assert.Fail($"The keyboard does not reach {selector}.");
    }
}
