using CxFunctions.Cases;
using CxFunctions.Catalog;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Cases;

public sealed class CaseVisitsTests
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly Case Closed = CaseTransitionsTests.NewCase() with { State = CaseState.Resolved, ResolvedAt = Ten };
    private static readonly CaseLinkLife Life = new();

    private static CaseVisitor Visitor(string agent = Phone, string address = "203.0.113.9", string? staff = null, string caseId = "c1", string? purpose = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.UserAgent = agent;
        request.Headers["X-Forwarded-For"] = address;
        request.Headers["Sec-Purpose"] = purpose;
        return CaseVisitor.Of(request, caseId, staff);
    }

    [Theory]
    [InlineData(Phone, "somebody with the link (Chrome on Android)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "somebody with the link (Safari on iPhone)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "somebody with the link (Edge on Windows)")]
    [InlineData("", "a program that checks links")]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "a program that checks links")]
    [InlineData("WhatsApp/2.23.20.0", "a program that checks links")]
    [InlineData("python-requests/2.32", "a program that checks links")]
    public void Who_opens_is_told_as_far_as_a_browser_says(string agent, string who) => Assert.Equal(who, Visitor(agent).Who);

    [Fact]
    public void Who_is_signed_in_is_named_and_a_browser_that_fetches_in_advance_is_a_program()
    {
        Assert.Equal("rosa@bank.example", Visitor(staff: "rosa@bank.example").Who);
        Assert.Equal("a program that checks links", Visitor(purpose: "prefetch;prerender").Who);
    }

    [Fact]
    public void Nobody_can_be_followed_from_case_to_case_and_no_address_stands_in_a_key()
    {
        Assert.Equal(Visitor().Key, Visitor().Key);
        Assert.Equal(4, new[] { Visitor(), Visitor(address: "203.0.113.10"), Visitor(agent: "curl/8"), Visitor(caseId: "c2") }.Select(v => v.Key).Distinct().Count());
        Assert.DoesNotContain("203", Visitor().Key, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_and_the_same_opens_again_within_minutes_is_one_line()
    {
        var first = CaseOpeningRules.Line([], Visitor(), Ten)!;
        Assert.Null(CaseOpeningRules.Line([first], Visitor(), Ten + CaseOpeningRules.Fold - TimeSpan.FromTicks(1)));
        Assert.NotNull(CaseOpeningRules.Line([first], Visitor(), Ten + CaseOpeningRules.Fold));
        Assert.NotNull(CaseOpeningRules.Line([first], Visitor(address: "203.0.113.10"), Ten));
    }

    [Fact]
    public void A_link_that_is_passed_round_adds_a_line_a_day_once_there_are_many()
    {
        var many = Enumerable.Range(0, CaseOpeningRules.MostLines).Select(i => new CaseEvent(Ten.AddMinutes(i), CaseEventKind.Opening, "x", null, $"v{i}")).ToList();
        var day = CaseOpeningRules.Line(many, Visitor(), Ten.AddDays(1))!;
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), day.At);
        Assert.Null(CaseOpeningRules.Line([.. many, day], Visitor(address: "203.0.113.10"), Ten.AddDays(1).AddHours(3)));
        Assert.NotNull(CaseOpeningRules.Line([.. many, day], Visitor(), Ten.AddDays(2)));
    }

    [Fact]
    public void A_link_dies_with_its_time_and_shows_nobody_long_before()
    {
        Assert.False(CaseLinkRules.HasExpired(CaseTransitionsTests.NewCase(), Life, Ten.AddYears(5)));
        Assert.False(CaseLinkRules.HasExpired(Closed, Life, Ten.AddDays(30).AddTicks(-1)));
        Assert.True(CaseLinkRules.HasExpired(Closed, Life, Ten.AddDays(30)));
        Assert.True(CaseLinkRules.ShowsContact(CaseTransitionsTests.NewCase(), Life, Ten.AddYears(5)));
        Assert.True(CaseLinkRules.ShowsContact(Closed, Life, Ten.AddDays(2).AddTicks(-1)));
        Assert.False(CaseLinkRules.ShowsContact(Closed, Life, Ten.AddDays(2)));
    }
}
