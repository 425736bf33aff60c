using CxFunctions.Invitations;
using CxFunctions.Tests.Harness;
using Microsoft.Playwright;

namespace CxFunctions.Tests.Browser.Respondent;

/// <summary>Leads a window to every page that a respondent can meet.</summary>
internal static class PageStates
{
    public static readonly string[] All =
        ["nps", "csat", "ces", "preselected", "missing", "not-saved", "thanks", "answered", "expired", "opted-out", "unknown", "stop", "stopped", "stop-unknown"];

    public static async Task ShowAsync(this RespondentSite site, IPage page, string state, string locale)
    {
        var invitation = await site.InviteAsync("bank", TouchpointOf(state), locale);
        switch (state)
        {
            case "preselected":
                await page.GotoAsync(site.Of(invitation, "?score=9"));
                break;
            case "missing":
                await page.GotoAsync(site.Of(invitation));
                await page.GetByRole(AriaRole.Button).ClickAsync();
                await page.Locator("#summary").WaitForAsync();
                break;
            case "not-saved":
                await page.GotoAsync(site.Of(invitation, "?score=3"));
                await page.RouteAsync("**/s/*", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
                await page.GetByRole(AriaRole.Button).ClickAsync();
                await page.Locator("#not-saved").WaitForAsync();
                break;
            case "thanks" or "answered":
                await page.GotoAsync(site.Of(invitation, "?score=9"));
                await page.GetByRole(AriaRole.Button).ClickAsync();
                await page.WaitForURLAsync("**?sent**");
                if (state == "answered")
                {
                    await page.GotoAsync(site.Of(invitation));
                }
                break;
            case "expired":
                invitation = await site.InviteAsync("bank", TouchpointOf(state), locale, age: TimeSpan.FromHours(49));
                await page.GotoAsync(site.Of(invitation));
                break;
            case "opted-out":
                await page.GotoAsync(site.Of(invitation, "/stop"));
                await page.GetByRole(AriaRole.Button).ClickAsync();
                await page.GotoAsync(site.Of(invitation));
                break;
            case "unknown":
                await page.GotoAsync(new Uri(site.Url, $"/s/nonsense?lang={locale}").ToString());
                break;
            case "stop":
                await page.GotoAsync(site.Of(invitation, "/stop"));
                break;
            case "stopped":
                await page.GotoAsync(site.Of(invitation, "/stop"));
                await page.GetByRole(AriaRole.Button).ClickAsync();
                break;
            case "stop-unknown":
                await page.GotoAsync(new Uri(site.Url, $"/s/nonsense/stop?lang={locale}").ToString());
                break;
            default:
                await page.GotoAsync(site.Of(invitation));
                break;
        }
    }

    public static string Of(this RespondentSite site, SurveyInvitation invitation, string more = "") =>
        new Uri(site.Url, $"/s/{invitation.Token}{more}").ToString();

    private static string TouchpointOf(string state) => state switch
    {
        "csat" => "call-center",
        "ces" => "loan",
        _ => "branch",
    };
}
