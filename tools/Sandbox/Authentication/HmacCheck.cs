using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace CxFunctions.Sandbox.Authentication;

/// <summary>Lets a request to SMS or e-mail pass only with a valid, fresh signature over its raw bytes.</summary>
internal sealed class HmacCheck(SandboxOptions options, TimeProvider realTime)
{
    /// <summary>The service does not publish its limit; quarter of an hour is what its clients see.</summary>
    public static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    private readonly byte[] _key = Convert.FromBase64String(options.AccessKey);

    /// <summary>The reason for refusing the request, or null.</summary>
    public string? Refusal(HttpRequest request, ReadOnlySpan<byte> body)
    {
        const string denied = "Denied by the resource provider.";
        var authorization = HmacAuthorization.Parse(request.Headers.Authorization);
        if (authorization is null || !authorization.CoversTheRequest)
        {
            return denied;
        }

        if (!IsFresh(request.Headers[authorization.DateHeader]))
        {
            return $"The date header '{authorization.DateHeader}' is missing or more than {AllowedSkew.TotalMinutes:0} minutes away from the time of the service.";
        }

        if (!HmacSignature.Same(HmacSignature.ContentHash(body), request.Headers["x-ms-content-sha256"].ToString()))
        {
            return "Request 'x-ms-content-sha256' differs from generated content hash.";
        }

        // The target as it came over the wire: the decoded path would no longer match what was signed.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var values = authorization.SignedHeaders.Select(name => request.Headers[name].ToString());
        var expected = HmacSignature.Sign(_key, request.Method, target, values);
        return HmacSignature.Same(expected, authorization.Signature) ? null : denied;
    }

    private bool IsFresh(string? date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent)
        && (realTime.GetUtcNow() - sent).Duration() <= AllowedSkew;
}
