using CxFunctions.Tests.Browser.BrowserFixture;
using CxFunctions.Tests.Browser.Cases;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Sandbox;

public sealed class SandboxPageTests(Browsers browsers, LoopSite site)
{
    [Theory]
    [InlineData(320, false)]
    [InlineData(768, true)]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    public async Task Telephones_mailbox_and_managers_messages_are_accessible_and_fit_every_window(int width, bool dark)
    {
        var page = await browsers.OpenAsync(width, dark, locale: "en");
        await page.GotoAsync(site.Sandbox.ToString());
        await Assertions.Expect(page.GetByText("+51987654321").First).ToBeVisibleAsync();
        await Show.GoodAsync(page, $"sandbox-{width}-{(dark ? "dark" : "light")}");
        await page.Context.CloseAsync();
    }
}
