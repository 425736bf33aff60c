using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.BrowserFixture;

/// <summary>Holds a page that is on show to what every page must keep to.</summary>
public static class Show
{
    /// <summary>It fits its window, axe-core finds no violation, and its picture is taken where pictures are wanted.</summary>
    public static async Task GoodAsync(IPage page, string picture)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways");
        await Pictures.TakeAsync(page, picture);
        var axe = await page.RunAxe();
        Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
    }
}
