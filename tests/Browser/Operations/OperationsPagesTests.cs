using CxFunctions.Tests.Browser.BrowserFixture;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Operations;

public sealed class OperationsPagesTests(Browsers browsers, OperationsSite site) : IClassFixture<OperationsSite>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "host", "/host" },
        { "instances", "/host/instances" },
        { "instance-failed", "/host/instances/journey-left-behind" },
        { "poison", $"/host/queues/{OperationsSite.Queue}" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Every_page_is_accessible_and_fits_every_window(string name, string path) => Task.WhenAll(
        new[] { (320, false), (320, true), (1440, false), (1440, true) }.Select(window => LookAsync(name, path, window.Item1, window.Item2)));

    [Theory]
    [InlineData("/host/instances?status=Suspended&id=nobody", "No instance is like that.")]
    [InlineData("/host/queues/responses", "Nothing is here.")]
    public async Task A_page_with_nothing_on_it_says_so(string path, string words)
    {
        var page = await OpenAsync(path, 320);
        await Assertions.Expect(page.GetByText(words)).ToBeVisibleAsync();
        await Show.GoodAsync(page, "operations-nothing-320-light");
    }

    [Fact]
    public async Task The_timeline_of_a_waiting_journey_is_accessible_and_fits_every_window()
    {
        foreach (var (width, dark) in new[] { (320, true), (1440, false) })
        {
            var page = await OpenAsync("/host/instances?status=Running", width, dark);
            await page.Locator("tbody a").First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "started" }).First).ToBeVisibleAsync();
            await Show.GoodAsync(page, $"operations-instance-{width}-{(dark ? "dark" : "light")}");
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task From_the_front_page_to_the_timeline_of_a_failed_instance_by_keyboard()
    {
        var page = await OpenAsync("/host", 1440);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "1 Failed" }));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "journey-left-behind" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("journey-left-behind");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The function 'SurveyJourneyOfLastYear' doesn't exist");
    }

    [Fact]
    public async Task The_reason_of_a_poisoned_message_is_two_keys_away()
    {
        var page = await OpenAsync("/host", 390);
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "2 in poison of transactions, why?" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Why is not known" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "after 5 tries" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_are_folded_away_until_they_are_asked_for()
    {
        var page = await OpenAsync("/host", 1440);
        await Assertions.Expect(page.GetByText(site.HostKey)).ToBeHiddenAsync();
        await TabToAsync(page, page.GetByText("Host and master key"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText(site.HostKey)).ToBeVisibleAsync();
        await Show.GoodAsync(page, "operations-keys-1440-light");
    }

    private async Task LookAsync(string name, string path, int width, bool dark)
    {
        var page = await OpenAsync(path, width, dark);
        await Show.GoodAsync(page, $"operations-{name}-{width}-{(dark ? "dark" : "light")}");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string path, int width, bool dark = false)
    {
        var page = await browsers.OpenAsync(width, dark, locale: "en");
        var answer = await page.GotoAsync(site.Url(path));
        Assert.Equal(200, answer!.Status);
        return page;
    }

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        for (var tabs = 0; tabs < 80; tabs++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("The keyboard does not lead there.");
    }
}
