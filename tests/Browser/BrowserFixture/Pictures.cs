using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.BrowserFixture;

/// <summary>Pictures of pages, taken where <c>CX_PICTURES</c> names a folder for them.</summary>
public static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CX_PICTURES");

    public static bool AreWanted => !string.IsNullOrEmpty(Folder);

    public static async Task TakeAsync(IPage page, string name)
    {
        if (AreWanted)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Folder!).FullName, name + ".png"), FullPage = true });
        }
    }
}
