using Microsoft.AspNetCore.Http;

namespace CxFunctions.Foundation;

/// <summary>
/// Failures become HTTP here and nowhere else: RFC 9457 problem documents with a stable <c>type</c>.
/// A type is never renamed; callers may branch on it.
/// </summary>
public static class Problems
{
    private const string Prefix = "urn:cxfunctions:problem:";

    public static IResult BadRequest(string detail) => Of("malformed-request", "The request could not be read", 400, detail);

    public static IResult Invalid(string detail, IDictionary<string, object?>? more = null) => Of("invalid-request", "The request breaks a rule", 400, detail, more);

    public static IResult Unauthorized(string detail) => Of("unauthorized", "The caller could not be authenticated", 401, detail);

    public static IResult NotFound(string detail) => Of("not-found", "There is nothing here", 404, detail);

    public static IResult Gone(string detail) => Of("gone", "This is over", 410, detail);

    public static IResult Conflict(string detail) => Of("conflict", "Somebody else was faster", 409, detail);

    public static IResult TooLarge(string detail) => Of("too-large", "The request is too large", 413, detail);

    public static IResult TooManyRequests(HttpContext context, TimeSpan retryAfter, string detail)
    {
        context.Response.Headers.RetryAfter = Seconds(retryAfter);
        return Of("too-many-requests", "Too many requests", 429, detail);
    }

    /// <summary>We could not store it: the sender must try again.</summary>
    public static IResult Unavailable(HttpContext context, TimeSpan retryAfter, string detail)
    {
        context.Response.Headers.RetryAfter = Seconds(retryAfter);
        return Of("unavailable", "The service is briefly unavailable", 503, detail);
    }

    private static string Seconds(TimeSpan time) =>
        ((int)Math.Ceiling(time.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IResult Of(string type, string title, int status, string detail, IDictionary<string, object?>? more = null) =>
        Results.Problem(detail, statusCode: status, title: title, type: Prefix + type, extensions: more);
}
