using CxFunctions.Tests.Browser.BrowserFixture;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace CxFunctions.Tests.Browser.BrowserFixture;

/// <summary>One Chromium for all browser tests; each test opens windows of its own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="dark">Whether the person prefers dark pages.</param>
    /// <param name="scripts">Whether JavaScript runs.</param>
    /// <param name="locale">BCP 47 of the browser.</param>
    public async Task<IPage> OpenAsync(int width = 390, bool dark = false, bool scripts = true, string locale = "es-PE")
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 700 ? 720 : 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }
        _playwright?.Dispose();
    }
}
