using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>
/// Who may see staff pages. In Azure, App Service Authentication signs people in and hands their name over in
/// <c>X-MS-CLIENT-PRINCIPAL-NAME</c>, which only counts where the platform says that it is on (otherwise anybody could send it).
/// Elsewhere the staff key opens a session of twelve hours in a signed cookie.
/// </summary>
public sealed class StaffDoor(IOptions<CxOptions> options, IConfiguration configuration, TimeProvider time)
{
    public const string Cookie = "cx-staff";
    public static readonly TimeSpan Session = TimeSpan.FromHours(12);

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.StaffKey ?? "");
    private readonly bool _platformSignsIn = string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The person's name, "staff" for a key session, or null where nobody is signed in.</summary>
    public string? WhoIs(HttpRequest request)
    {
        if (_platformSignsIn && request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"].ToString() is { Length: > 0 } name)
        {
            return name;
        }
        return _key.Length > 0 && IsValidSession(request.Cookies[Cookie]) ? "staff" : null;
    }

    /// <summary>Opens a session where the key is right; compared in constant time.</summary>
    public bool TryOpen(HttpResponse response, string? key)
    {
        if (_key.Length == 0 || key is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(_key)))
        {
            return false;
        }
        var until = (time.GetUtcNow() + Session).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        response.Cookies.Append(Cookie, $"{until}.{Sign(until)}", new CookieOptions
        {
            HttpOnly = true,
            // The worker itself is called by http, whatever the browser called.
            Secure = options.Value.PublicUrl!.Scheme == Uri.UriSchemeHttps || response.HttpContext.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        });
        return true;
    }

    /// <summary>
    /// Whether a form was sent from a page of ours. The session's cookie does not travel with forms of other sites (SameSite=Lax); the platform's own
    /// may, and every browser of today says where a request comes from.
    /// </summary>
    public static bool IsFromOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private bool IsValidSession(string? cookie)
    {
        if (cookie?.Split('.') is not [var until, var signature])
        {
            return false;
        }
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Sign(until)))
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && DateTimeOffset.FromUnixTimeSeconds(seconds) > time.GetUtcNow();
    }

    private string Sign(string until) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes("staff-session:" + until)));
}
