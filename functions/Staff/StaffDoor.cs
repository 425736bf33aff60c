using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxFunctions.Staff;

/// <summary>
/// Who may see staff pages. In Azure, App Service Authentication signs people in and hands their name over in
/// <c>X-MS-CLIENT-PRINCIPAL-NAME</c>, which only counts where the platform says that it is on (otherwise anybody could send it).
/// The staff key, and a link that LocalHost prints, open a session in a signed cookie (<see cref="CxOptions.StaffSession"/>).
/// </summary>
public sealed class StaffDoor(IOptions<CxOptions> options, IConfiguration configuration, LeftSessionStore left, TimeProvider time)
{
    public const string Cookie = "cx-staff";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.StaffKey ?? "");
    private readonly byte[] _digestKey = options.Value.StaffKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether people can sign in with their work account.</summary>
    public bool PlatformSignsIn { get; } = string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there is a staff key, without which no session can be opened.</summary>
    public bool HasKey => _key.Length > 0;

    /// <summary>The person's name, "staff" for a session of ours, or null where nobody is signed in.</summary>
    public async Task<string?> WhoIsAsync(HttpRequest request) =>
        PlatformName(request) ?? (SessionOf(request) is { } session && !await left.HoldsAsync(session.Id, request.HttpContext.RequestAborted) ? "staff" : null);

    /// <summary>Compared in constant time.</summary>
    public bool IsKey(string? key) =>
        HasKey && key is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(_key));

    public void Open(HttpResponse response) =>
        response.Cookies.Append(Cookie, StaffSession.New(time.GetUtcNow() + options.Value.StaffSession).Write(_key), CookieOf(response));

    /// <summary>Ends the session, if there is one of ours: its cookie is taken back, and opens nothing any more wherever it was copied to.</summary>
    public async Task LeaveAsync(HttpRequest request)
    {
        if (SessionOf(request) is { } session)
        {
            await left.AddAsync(session, request.HttpContext.RequestAborted);
        }
        request.HttpContext.Response.Cookies.Delete(Cookie, CookieOf(request.HttpContext.Response));
    }

    /// <summary>Whether App Service signed this person in, so that leaving means leaving there too.</summary>
    public bool IsSignedInByPlatform(HttpRequest request) => PlatformName(request) is not null;

    /// <summary>What logs may say of a person or an address: always the same for the same, and nothing to be read from it without the key.</summary>
    public string Digest(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(_digestKey, Encoding.UTF8.GetBytes("caller:" + text)).AsSpan(0, 9));

    /// <summary>
    /// Whether a form was sent from a page of ours. The session's cookie does not travel with forms of other sites (SameSite=Lax); the platform's own
    /// may, and every browser of today says where a request comes from.
    /// </summary>
    public static bool IsFromOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private string? PlatformName(HttpRequest request) =>
        PlatformSignsIn && request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"].ToString() is { Length: > 0 } name ? name : null;

    private StaffSession? SessionOf(HttpRequest request) => HasKey ? StaffSession.Read(request.Cookies[Cookie], _key, time.GetUtcNow()) : null;

    private CookieOptions CookieOf(HttpResponse response) => new()
    {
        HttpOnly = true,
        // The worker itself is called by http, whatever the browser called.
        Secure = options.Value.PublicUrl!.Scheme == Uri.UriSchemeHttps || response.HttpContext.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
