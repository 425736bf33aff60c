using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Email;
using CxFunctions.Messages;
using CxFunctions.Tests.Browser.BrowserFixture;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.Browser.Respondent;

public sealed class EmailTests(Browsers browsers, Site site)
{
    [Theory]
    [InlineData("nps", "es")]
    [InlineData("csat", "pt")]
    [InlineData("ces", "en")]
    [InlineData("word", "es")]
    [InlineData("notice", "en")]
    public async Task Every_email_can_be_read_on_the_smallest_phone_and_in_the_dark(string kind, string locale)
    {
        var letter = await WriteAsync(kind, locale);
        foreach (var (width, dark) in new[] { (320, false), (320, true), (1440, false), (1440, true) })
        {
            var page = await browsers.OpenAsync(width, dark);
            await page.SetContentAsync(letter.Html);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
            await Pictures.TakeAsync(page, $"email-{kind}-{locale}-{width}-{(dark ? "dark" : "light")}");
            var axe = await page.RunAxe();
            // Mail programs show the letter inside a page of their own: regions are theirs.
            Assert.Empty(axe.Violations.Where(v => v.Id is not ("region" or "landmark-one-main" or "page-has-heading-one")).Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
            await page.Context.CloseAsync();
        }
    }

    private Task<Letter> WriteAsync(string kind, string locale)
    {
        var letters = site.Respondents.Services.GetRequiredService<LetterWriter>();
        var program = site.Respondents.Services.GetRequiredService<ProgramCatalog>().Get("bank");
        if (kind == "word")
        {
            return letters.WordBackAsync(new(locale, program.Brand, "Ana", "Abrimos una caja más por las tardes y hablamos con el equipo de la agencia."));
        }
        if (kind == "notice")
        {
            return letters.NoticeAsync(new ManagerNotice(1, "n", "bank", ["manager"], [Channel.Email], "Detractor at Miraflores: 2 of 10", ["NPS 2 of 10.", "Acknowledge by 18:00."], new("https://cx.example/cases/abc"), Words: "La cola es terrible."), program.Brand);
        }
        var touchpoint = program.FindTouchpoint(kind switch { "csat" => "call-center", "ces" => "loan", _ => "branch" })!;
        var texts = touchpoint.Invitation;
        return letters.SurveyAsync(new(
            locale, program.Brand, MessageText.Fill(texts.EmailSubject.In(locale), program.Brand.Name, "Ana"), MessageText.Fill(texts.EmailBody.In(locale), program.Brand.Name, "Ana"),
            program.QuestionnaireOf(touchpoint).Questions[0], touchpoint.Name.In(locale), "https://cx.example/s/abcdefghijklmnopqrstuvwx"));
    }
}
