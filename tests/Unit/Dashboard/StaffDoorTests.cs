using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.Unit.Dashboard;

public sealed class StaffDoorTests
{
    private const string Key = "a-staff-key-for-tests";

    /// <summary>The Functions host calls its worker by http, also where the browser called by https.</summary>
    [Theory]
    [InlineData("https://cx.example.com", "http", true)]
    [InlineData("http://localhost:7071", "http", false)]
    [InlineData("http://localhost:7071", "https", true)]
    public void A_session_that_was_opened_over_https_never_travels_without_it(string publicUrl, string scheme, bool secure)
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;

        Door(publicUrl).Open(context.Response);

        var cookie = context.Response.Headers.SetCookie.ToString();
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Without the platform anybody could send its header.</summary>
    [Theory]
    [InlineData("true", "rosa@bank.example")]
    [InlineData(null, null)]
    [InlineData("false", null)]
    public async Task A_name_in_a_header_counts_where_the_platform_signs_people_in(string? enabled, string? who)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = "rosa@bank.example";

        Assert.Equal(who, await Door(authentication: enabled).WhoIsAsync(context.Request));
    }

    [Fact]
    public void What_is_logged_of_somebody_is_the_same_each_time_and_not_their_name()
    {
        var (one, other) = (Door().Digest("203.0.113.7"), Door().Digest("203.0.113.8"));
        Assert.Equal(one, Door().Digest("203.0.113.7"));
        Assert.NotEqual(one, other);
        Assert.Equal(12, one.Length);
    }

    private static StaffDoor Door(string publicUrl = "https://cx.example.com", string? authentication = null) => new(
        Options.Create(new CxOptions { PublicUrl = new Uri(publicUrl), StaffKey = Key }),
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("WEBSITE_AUTH_ENABLED", authentication)]).Build(),
        new LeftSessionStore(new TableServiceClient("UseDevelopmentStorage=true"), TimeProvider.System),
        TimeProvider.System);
}
