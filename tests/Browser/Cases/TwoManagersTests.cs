using CxFunctions.Channels;
using CxFunctions.Channels.Sms;
using CxFunctions.Tests.Browser.BrowserFixture;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Cases;

/// <summary>Two managers have the link to one case, and storage is not always there. Nothing that either of them typed may be lost.</summary>
public sealed class TwoManagersTests(Browsers browsers)
{
    private const string Note = "Spoke to her for an hour; the queue was real.";
    private const string WordBack = "Abrimos otra caja los sábados. Gracias por avisarnos.";

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task The_second_is_told_who_was_first_and_has_every_word_to_save(int width)
    {
        await using var site = new LoopSite();
        await site.InitializeAsync();
        var address = site.Url(await site.LinkAsync(LoopSite.Manager, "/cases/"));
        var (rosa, juan) = (await OpenAsync(address, width), await OpenAsync(address, width));
        await FillAsync(juan, "Juan");
        await FillAsync(rosa, "Rosa");
        await rosa.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();
        await Show.GoodAsync(await WithScriptsAsync(rosa, site, width), $"case-preview-{width}-light");
        await rosa.GetByRole(AriaRole.Button, new() { Name = "Close the case and send it" }).ClickAsync();
        await Assertions.Expect(rosa.GetByRole(AriaRole.Status)).ToContainTextAsync("The case is closed.");

        await juan.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();
        await Assertions.Expect(juan.GetByRole(AriaRole.Alert)).ToContainTextAsync("Rosa closed this case before you");
        await Show.GoodAsync(await WithScriptsAsync(juan, site, width), $"case-overtaken-{width}-light");
        await Assertions.Expect(juan.Locator("#note-who")).ToHaveValueAsync("Juan");
        await juan.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
        var saved = juan.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Noted by Juan" });
        foreach (var words in new[] { Note, WordBack, "Removed the cause" })
        {
            await Assertions.Expect(saved).ToContainTextAsync(words);
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task Storage_that_goes_away_while_the_second_sends_loses_nothing_and_then_tells_who_was_first(int width)
    {
        var (site, door) = await LoopSite.BehindDoorAsync();
        await using var _ = site;
        var address = site.Url(await site.LinkAsync(LoopSite.Manager, "/cases/"));
        var (rosa, juan) = (await OpenAsync(address, width), await OpenAsync(address, width));
        await FillAsync(juan, "Juan");
        await rosa.Locator("#acknowledge-who").FillAsync("Rosa");
        await rosa.GetByRole(AriaRole.Button, new() { Name = "I am on it" }).ClickAsync();
        await Assertions.Expect(rosa.GetByRole(AriaRole.Status)).ToContainTextAsync("the case is yours now");

        door.Close();
        await juan.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(juan.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not saved", new() { Timeout = 30_000 });
        await Show.GoodAsync(await WithScriptsAsync(juan, site, width), $"case-unsaved-{width}-light");
        await TypedAsync(juan);
        // Impatient: away still.
        await juan.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(juan.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not saved", new() { Timeout = 30_000 });
        await TypedAsync(juan);

        door.Open();
        await juan.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await Assertions.Expect(juan.GetByRole(AriaRole.Alert)).ToContainTextAsync("Rosa picked this case up before you");
        await TypedAsync(juan);
        await juan.GetByRole(AriaRole.Button, new() { Name = "Close the case" }).ClickAsync();
        await juan.GetByRole(AriaRole.Button, new() { Name = "Close the case and send it" }).ClickAsync();
        await Assertions.Expect(juan.GetByRole(AriaRole.Status)).ToContainTextAsync("The case is closed.");
        await Assertions.Expect(juan.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Resolved by Juan" })).ToContainTextAsync(Note);
    }

    [Fact]
    public async Task The_count_that_runs_along_is_the_count_that_is_billed()
    {
        await using var site = new LoopSite();
        await site.InitializeAsync();
        var page = await browsers.OpenAsync(390, locale: "en");
        await page.GotoAsync(site.Url(await site.LinkAsync(LoopSite.Manager, "/cases/")));
        var field = page.Locator("#resolve-wordBack");
        var prefix = await field.GetAttributeAsync("data-sms-prefix");
        string[] texts =
        [
            "Gracias.", "Abrimos más cajas.", new string('x', 148), new string('x', 149), new string('€', 80), "[" + new string('x', 145) + "]", new string('á', 57), new string('á', 58),
            string.Concat(Enumerable.Repeat("😀", 40)), "¿Qué tal? Ñandú, Ü, ß, Δ", new string('x', 300) + "ç", "uno\ndos\ntres",
        ];
        foreach (var text in texts)
        {
            await field.FillAsync(text);
            var segments = SmsSegments.Of(prefix + text.Replace("\n", "\r\n", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("#resolve-wordBack-hint")).ToContainTextAsync($"Now: {segments.Units} characters, {segments.Count} {(segments.Count == 1 ? "segment" : "segments")} of SMS.");
        }
        await Show.GoodAsync(page, "case-counted-390-light");
        await field.FillAsync("  ");
        await Assertions.Expect(page.Locator("#resolve-wordBack-hint")).Not.ToContainTextAsync("Now:");
    }

    private async Task<IPage> OpenAsync(string address, int width)
    {
        var page = await browsers.OpenAsync(width, scripts: false, locale: "en");
        await page.GotoAsync(address);
        return page;
    }

    private static async Task FillAsync(IPage page, string who)
    {
        await page.Locator("#resolve-who").FillAsync(who);
        await page.GetByLabel("Removed the cause").CheckAsync();
        await page.Locator("#resolve-text").FillAsync(Note);
        await page.Locator("#resolve-wordBack").FillAsync(WordBack);
    }

    private static async Task TypedAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#resolve-who")).ToHaveValueAsync("Juan");
        await Assertions.Expect(page.GetByLabel("Removed the cause")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#resolve-text")).ToHaveValueAsync(Note);
        await Assertions.Expect(page.Locator("#resolve-wordBack")).ToHaveValueAsync(WordBack);
    }

    // axe itself is a script: it looks at the same markup in a window that runs some.
    private async Task<IPage> WithScriptsAsync(IPage page, LoopSite site, int width)
    {
        var other = await browsers.OpenAsync(width, locale: "en");
        await other.SetContentAsync((await page.ContentAsync()).Replace("/assets/", site.Url("/assets/"), StringComparison.Ordinal));
        return other;
    }
}
