using CxFunctions.Tests.Browser.BrowserFixture;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Cases;

public sealed class CasePageTests(Browsers browsers, LoopSite site)
{
    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(768, false)]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    public async Task An_open_case_is_accessible_and_fits_every_window(int width, bool dark)
    {
        var page = await browsers.OpenAsync(width, dark, locale: "en");
        await page.GotoAsync(site.Url(await site.LinkAsync(LoopSite.Manager, "/cases/")));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Purchase in store");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Call +51987654321" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("blockquote")).Not.ToContainTextAsync("987 654 321");
        await Show.GoodAsync(page, $"case-{width}-{(dark ? "dark" : "light")}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_manager_picks_up_and_closes_a_case_by_keyboard_and_without_script()
    {
        var page = await browsers.OpenAsync(390, scripts: false, locale: "en");
        await page.GotoAsync(site.Url(await site.LinkAsync(LoopSite.Manager, "/cases/", from: 1)));
        await TypeAsync(page, "#acknowledge-who", "Rosa");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Thank you: the case is yours now.");

        await page.GetByText("Write a note").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await TypeAsync(page, "#note-text", "Called at noon, calls back tomorrow.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Called at noon" })).ToBeVisibleAsync();

        // Who picked it up need not say their name again.
        await page.Locator("#resolve-who").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose how it ended.");
        await Assertions.Expect(page.Locator("#resolve-who")).ToHaveValueAsync("Rosa");
        await Show.GoodAsync(await WithScriptsAsync(page), "case-mistake-390-light");

        await page.GetByLabel("Removed the cause").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, "#resolve-wordBack", "Abrimos mais um caixa.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Before the customer is told" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#preview-cost")).ToContainTextAsync("1 segment of SMS");
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync(": Abrimos mais um caixa.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#resolve-wordBack")).ToHaveValueAsync("Abrimos mais um caixa.");
        await Assertions.Expect(page.GetByLabel("Removed the cause")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the case and send it" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The case is closed.");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Resolved" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_says_what_to_do()
    {
        var page = await browsers.OpenAsync(320, locale: "en");
        await page.GotoAsync(site.Url("/cases/nothing-here"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("No such case");
        await Show.GoodAsync(page, "case-unknown-320-light");
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.Locator(field).FocusAsync();
        await page.Keyboard.TypeAsync(text);
    }

    // axe itself is a script: it looks at the same markup in a window that runs some.
    private async Task<IPage> WithScriptsAsync(IPage page)
    {
        var other = await browsers.OpenAsync(390, locale: "en");
        await other.SetContentAsync((await page.ContentAsync()).Replace("/assets/", site.Url("/assets/"), StringComparison.Ordinal));
        return other;
    }
}
