using System.Text.RegularExpressions;
using CxFunctions.Tests.Browser.BrowserFixture;
using CxFunctions.Tests.Harness;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Dashboard;

public sealed class DashboardTests(Browsers browsers, DashboardSite site)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "bank-hours", "/dashboard" },
        { "bank-branch-days", "/dashboard?program=bank&touchpoint=branch&grain=day" },
        { "retail-empty-months", "/dashboard?program=retail&grain=month" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_view_is_accessible_and_fits_every_window(string name, string path)
    {
        foreach (var (width, dark) in new[] { (320, false), (320, true), (768, false), (1440, false), (1440, true) })
        {
            var page = await browsers.OpenAsync(width, dark, locale: "en");
            await site.EnterAsync(page, path);
            await ShowAsync(page, $"dashboard-{name}-{width}-{(dark ? "dark" : "light")}");
        }
    }

    [Fact]
    public async Task The_way_in_is_accessible_and_says_what_was_wrong()
    {
        foreach (var (width, dark) in new[] { (320, false), (1440, true) })
        {
            var page = await browsers.OpenAsync(width, dark, locale: "en");
            await page.GotoAsync(site.Url("/dashboard"));
            Assert.EndsWith("/dashboard/sign-in", page.Url);
            await page.GetByLabel("Staff key").FillAsync("not the key at all");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That key is not right.");
            await ShowAsync(page, $"sign-in-{width}-{(dark ? "dark" : "light")}", close: false);

            await page.GetByLabel("Staff key").FillAsync(DashboardSite.Key);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Banco Andino");
            Assert.EndsWith("/dashboard", page.Url);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_way_in_by_work_account_stands_before_the_key_and_too_many_attempts_are_told()
    {
        await using var host = await TestHost.StartAsync(o => o with { Settings = new Dictionary<string, string> { ["Cx__StaffKey"] = DashboardSite.Key, ["WEBSITE_AUTH_ENABLED"] = "true" } });
        foreach (var (width, dark) in new[] { (320, false), (1440, true) })
        {
            var page = await browsers.OpenAsync(width, dark, locale: "en");
            await page.GotoAsync(new Uri(host.Host.Url, "/dashboard").ToString());
            await ShowAsync(page, $"sign-in-account-{width}-{(dark ? "dark" : "light")}", close: false);
            await TabToAsync(page, "a.button");
            for (var i = 0; i < 6 && !await page.GetByText("Too many attempts. Try again in 15 minutes.").IsVisibleAsync(); i++)
            {
                await page.GetByLabel("Staff key").FillAsync("not the key at all");
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            }
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Too many attempts. Try again in 15 minutes.");
            await ShowAsync(page, $"sign-in-throttled-{width}-{(dark ? "dark" : "light")}");
        }
    }

    [Fact]
    public async Task A_link_opens_with_one_press_and_the_way_out_is_on_every_page()
    {
        foreach (var (width, dark) in new[] { (320, false), (1440, true) })
        {
            var page = await browsers.OpenAsync(width, dark, locale: "en");
            var link = await site.NewLinkAsync();
            await page.GotoAsync(link);
            await ShowAsync(page, $"sign-in-link-{width}-{(dark ? "dark" : "light")}", close: false);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Banco Andino");
            Assert.EndsWith("/dashboard", page.Url);

            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("You are signed out.");
            await page.GotoAsync(site.Url("/dashboard"));
            Assert.EndsWith("/dashboard/sign-in", page.Url);
            await page.GotoAsync(link);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link opens nothing");
            await ShowAsync(page, $"sign-in-link-used-{width}-{(dark ? "dark" : "light")}");
        }
    }

    [Fact]
    public async Task Without_script_the_page_is_whole_and_another_touchpoint_can_be_chosen()
    {
        var page = await browsers.OpenAsync(768, scripts: false, locale: "en");
        await site.EnterAsync(page);
        await page.GetByLabel("Touchpoint").SelectOptionAsync("loan");
        await page.GetByLabel("Time").SelectOptionAsync("day");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".heading .muted")).ToContainTextAsync("Loan application, last 30 days");
        await Assertions.Expect(page.Locator("#scores article")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#scores")).ToContainTextAsync(new Regex(@"CES\s*\d+\s%\s*n\s=\s\d+"));
        await Assertions.Expect(page.Locator("#scores")).ToContainTextAsync(new Regex(@"95\s% interval: \d+ to \d+\s%"));
    }

    [Fact]
    public async Task The_picker_and_the_numbers_are_reached_by_keyboard_alone()
    {
        var page = await browsers.OpenAsync(1440, locale: "en");
        await site.EnterAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to content")).ToBeFocusedAsync();
        await TabToAsync(page, "#touchpoint");
        await page.Keyboard.TypeAsync("Branch");
        await TabToAsync(page, "button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".heading .muted")).ToContainTextAsync("Branch visit");
        await TabToAsync(page, "summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#scores table")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_new_appears_by_itself_and_moves_neither_focus_nor_scroll_nor_what_was_opened()
    {
        var page = await browsers.OpenAsync(1440, locale: "en");
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await site.EnterAsync(page);
        await page.Locator("summary").First.ClickAsync();
        await page.Locator("#cases a").First.FocusAsync();
        await page.EvaluateAsync("scrollTo(0, 300)");
        var (link, scrolled) = (await page.EvaluateAsync<string>("document.activeElement.id"), await page.EvaluateAsync<double>("scrollY"));

        await site.SayAsync($"journey-live-{Guid.NewGuid():N}");
        await Assertions.Expect(page.Locator("#verbatims")).ToContainTextAsync("Recién dicho, todo bien.", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#news")).ToHaveTextAsync("1 new comment");
        Assert.Equal(link, await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal(scrolled, await page.EvaluateAsync<double>("scrollY"));
        Assert.True(await page.Locator("#scores details").First.EvaluateAsync<bool>("d => d.open"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Everything_that_is_tapped_is_at_least_44_pixels_high()
    {
        var page = await browsers.OpenAsync(320, locale: "en");
        await site.EnterAsync(page);
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a:not(.skip),button,select,summary')]
                .filter(e => e.getBoundingClientRect().height < 43.5)
                .map(e => e.outerHTML.slice(0, 80))
            """);
        Assert.Empty(small);
    }

    private static async Task ShowAsync(IPage page, string picture, bool close = true)
    {
        await Show.GoodAsync(page, picture);
        if (close)
        {
            await page.Context.CloseAsync();
        }
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"document.activeElement.matches('{selector}')"))
            {
                return;
            }
        }
        Assert.Fail($"{selector} is not reached by Tab.");
    }
}
