using CxFunctions.Foundation;
using CxFunctions.Tests.Browser.BrowserFixture;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Respondent;

public sealed class EveryPageTests(Browsers browsers, Site site)
{
    public static TheoryData<string, string> Pages =>
        new(from state in PageStates.All from locale in Locales.Supported select (state, locale));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_and_fits_the_smallest_phone(string state, string locale)
    {
        (int Width, bool Dark)[] windows = locale == "es" || Pictures.AreWanted ? [(320, false), (320, true), (1440, false), (1440, true)] : [(320, false)];
        foreach (var (width, dark) in windows)
        {
            var page = await browsers.OpenAsync(width, dark, locale: locale);
            await site.Respondents.ShowAsync(page, state, locale);

            Assert.Equal(locale, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
            await Pictures.TakeAsync(page, $"respondent-{state}-{locale}-{width}-{(dark ? "dark" : "light")}");
            var axe = await page.RunAxe();
            Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("nps")]
    [InlineData("csat")]
    [InlineData("ces")]
    [InlineData("stop")]
    public async Task Everything_that_is_tapped_is_at_least_44_pixels(string state)
    {
        var page = await browsers.OpenAsync(320);
        await site.Respondents.ShowAsync(page, state, "es");
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a,button,label:has(input),textarea')]
                .map(e => ({ e, r: e.getBoundingClientRect() }))
                .filter(({ r }) => r.width < 44 || r.height < 44)
                .map(({ e, r }) => `${e.outerHTML.slice(0, 80)} ${r.width}x${r.height}`)
            """);
        Assert.Empty(small);
    }

    [Fact]
    public async Task A_page_with_all_it_needs_weighs_under_30_kilobytes()
    {
        var page = await browsers.OpenAsync(320);
        var responses = new List<IResponse>();
        page.Response += (_, response) => responses.Add(response);
        await site.Respondents.ShowAsync(page, "nps", "es");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(2, responses.Count);
        var bytes = 0;
        foreach (var response in responses)
        {
            bytes += (await response.BodyAsync()).Length;
        }
        Assert.InRange(bytes, 1, 30_000);
    }

    [Fact]
    public async Task The_browser_finds_nothing_to_complain_about()
    {
        var page = await browsers.OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        await site.Respondents.ShowAsync(page, "thanks", "pt");
        Assert.Empty(complaints);
    }
}
