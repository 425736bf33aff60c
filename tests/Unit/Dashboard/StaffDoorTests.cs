using CxFunctions.Dashboard.SignIn;
using CxFunctions.Foundation;
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
        var options = Options.Create(new CxOptions { PublicUrl = new Uri(publicUrl), StaffKey = Key });

        Assert.True(new StaffDoor(options, new ConfigurationBuilder().Build(), TimeProvider.System).TryOpen(context.Response, Key));

        var cookie = context.Response.Headers.SetCookie.ToString();
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
