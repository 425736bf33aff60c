using System.Net;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

public sealed class SignInTests
{
    private const string Key = "a-staff-key-of-the-tests";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_five_wrong_keys_an_address_waits_and_others_do_not()
    {
        await using var host = await StartAsync();
        using var one = Staff.NewBrowser(host, "127.0.0.7");
        using var other = Staff.NewBrowser(host, "127.0.0.8");
        for (var i = 0; i < AttemptRules.MostOfAddress; i++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync(one, "wrong")).StatusCode);
        }
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(5));
        // Whatever it claims to be called.
        one.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var sixth = await TryAsync(one, Key);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(10)), (sixth.StatusCode, sixth.Headers.RetryAfter!.Delta));
        Assert.Contains("Too many attempts. Try again in 10 minutes.", await sixth.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.False(sixth.Headers.Contains("set-cookie"));

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(other, Key)).StatusCode);
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(one, Key)).StatusCode);
    }

    [Fact]
    public async Task Many_addresses_get_no_further_than_many_attempts_altogether_nor_do_many_at_once()
    {
        await using var host = await StartAsync();
        using var browser = Staff.NewBrowser(host, "127.0.0.7");
        var tries = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => TryAsync(browser, "wrong")));
        var looked = tries.Count(t => t.StatusCode == HttpStatusCode.Forbidden);
        Assert.InRange(looked, 1, AttemptRules.MostOfAddress);
        Assert.All(tries, t => Assert.True(t.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests, $"{t.StatusCode}"));

        for (var i = 0; i < AttemptRules.MostOfAll; i++)
        {
            using var another = Staff.NewBrowser(host, $"127.0.1.{i + 1}");
            using var answer = await TryAsync(another, "wrong");
            looked += answer.StatusCode == HttpStatusCode.Forbidden ? 1 : 0;
        }
        Assert.InRange(looked, AttemptRules.MostOfAll - AttemptRules.MostOfAddress, AttemptRules.MostOfAll);
        using var staff = Staff.NewBrowser(host, "127.0.0.9");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(staff, Key)).StatusCode);
    }

    [Fact]
    public async Task A_link_opens_once_and_looking_at_it_uses_nothing_up()
    {
        await using var host = await StartAsync();
        using var browser = Staff.NewBrowser(host);
        var link = await host.Host.NewSignInLinkAsync(Stop);
        for (var scanner = 0; scanner < 3; scanner++)
        {
            using var look = await browser.GetAsync(link, Stop);
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
            Assert.Contains("Open the dashboard", await look.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.False(look.Headers.Contains("set-cookie"));
        }
        using (var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Stop))
        {
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }
        using (var foreign = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, link) { Headers = { { "Sec-Fetch-Site", "cross-site" } } }, Stop))
        {
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }
        var pressed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.PostAsync(link, null, Stop)));
        var opened = Assert.Single(pressed, p => p.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(browser, CookieOf(opened)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link, Stop)).StatusCode);

        var late = await host.Host.NewSignInLinkAsync(Stop);
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(late, null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/dashboard/sign-in/nonsense", null, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_left_opens_nothing_wherever_its_cookie_was_copied_to_and_no_other_is_left_with_it()
    {
        await using var host = await StartAsync();
        using var browser = Staff.NewBrowser(host);
        var (mine, another) = (await Staff.SignInAsync(browser, Key), await Staff.SignInAsync(browser, Key));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(browser, mine));
        Assert.Equal(HttpStatusCode.BadRequest, (await LeaveAsync(browser, mine, "cross-site")).StatusCode);
        using var left = await LeaveAsync(browser, mine, "same-origin");
        Assert.Equal((HttpStatusCode.SeeOther, "/dashboard/sign-in?left"), (left.StatusCode, left.Headers.Location!.OriginalString));
        Assert.StartsWith("cx-staff=; expires=Thu, 01 Jan 1970", Assert.Single(left.Headers.GetValues("set-cookie")), StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(browser, mine));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(browser, another));
        Assert.Contains("You are signed out.", await browser.GetStringAsync("/dashboard/sign-in?left", Stop), StringComparison.Ordinal);
        await host.Host.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(browser, another));
    }

    [Fact]
    public async Task A_key_in_an_address_opens_nothing()
    {
        await using var host = await StartAsync();
        using var browser = Staff.NewBrowser(host);
        using var answer = await browser.GetAsync($"/dashboard?key={Key}", Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard/sign-in"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.False(answer.Headers.Contains("set-cookie"));
    }

    [Fact]
    public async Task Where_the_platform_signs_people_in_the_page_leads_there_and_back_and_out_again()
    {
        await using var host = await StartAsync("true");
        using var browser = Staff.NewBrowser(host);
        var page = await browser.GetStringAsync("/dashboard/sign-in", Stop);
        Assert.Contains("href=\"/.auth/login/aad?post_login_redirect_uri=%2Fdashboard\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"key\"", page, StringComparison.Ordinal);

        browser.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "rosa@bank.example");
        Assert.Equal(HttpStatusCode.OK, await LookAsync(browser, cookie: null));
        using var left = await LeaveAsync(browser, cookie: null, "same-origin");
        Assert.Equal("/.auth/logout?post_logout_redirect_uri=%2Fdashboard%2Fsign-in%3Fleft", left.Headers.Location!.OriginalString);

        await using var plain = await StartAsync();
        using var pretender = Staff.NewBrowser(plain);
        pretender.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "rosa@bank.example");
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(pretender, cookie: null));
        Assert.DoesNotContain("/.auth/", await pretender.GetStringAsync("/dashboard/sign-in", Stop), StringComparison.Ordinal);
    }

    private static Task<TestHost> StartAsync(string? authentication = null) => TestHost.StartAsync(o => o with
    {
        Settings = new Dictionary<string, string> { ["Cx__StaffKey"] = Key, ["WEBSITE_AUTH_ENABLED"] = authentication ?? "" },
    });

    private static async Task<HttpResponseMessage> TryAsync(HttpClient browser, string key)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("key", key)]);
        return await browser.PostAsync("/dashboard/sign-in", form, Stop);
    }

    private static async Task<HttpStatusCode> LookAsync(HttpClient browser, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard");
        request.Headers.TryAddWithoutValidation("cookie", cookie);
        using var answer = await browser.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> LeaveAsync(HttpClient browser, string? cookie, string site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dashboard/sign-out") { Headers = { { "Sec-Fetch-Site", site } } };
        request.Headers.TryAddWithoutValidation("cookie", cookie);
        return await browser.SendAsync(request, Stop);
    }

    private static string CookieOf(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("set-cookie")).Split(';')[0];
}
