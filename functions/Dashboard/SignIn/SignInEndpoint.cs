using System.Globalization;
using CxFunctions.Dashboard.Pages;
using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>The way in: the work account where the platform signs people in, and the staff key where there is one.</summary>
public sealed class SignInEndpoint(StaffDoor door, AttemptStore attempts, PageRenderer pages, ILogger<SignInEndpoint> log)
{
    public const string Path = "/dashboard/sign-in";

    [Function("SignIn")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "dashboard/sign-in")] HttpRequest request)
    {
        if (await door.WhoIsAsync(request) is not null)
        {
            return Results.LocalRedirect("/dashboard");
        }
        if (!HttpMethods.IsPost(request.Method))
        {
            return await PageAsync(request, request.Query.ContainsKey("left") ? SignInNews.Left : SignInNews.None, StatusCodes.Status200OK);
        }
        if (!request.HasFormContentType)
        {
            return Problems.BadRequest("The sign-in form posts application/x-www-form-urlencoded.");
        }
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var caller = door.Digest(ClientAddress.Of(request));
        if (await attempts.CountAsync(caller, request.HttpContext.RequestAborted) is { } wait)
        {
            log.SignInThrottled(caller, wait);
            request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return await PageAsync(request, SignInNews.Throttled, StatusCodes.Status429TooManyRequests, wait);
        }
        if (!door.IsKey(form["key"]))
        {
            log.SignInRefused(caller);
            return await PageAsync(request, SignInNews.WrongKey, StatusCodes.Status403Forbidden);
        }
        await attempts.ForgetAsync(caller, request.HttpContext.RequestAborted);
        door.Open(request.HttpContext.Response);
        log.SignedIn(caller, "the staff key");
        return Results.LocalRedirect("/dashboard");
    }

    private Task<IResult> PageAsync(HttpRequest request, SignInNews news, int status, TimeSpan wait = default) => pages.PageAsync<SignInPage>(
        request.HttpContext,
        new Dictionary<string, object?>
        {
            [nameof(SignInPage.News)] = news,
            [nameof(SignInPage.Wait)] = wait,
            [nameof(SignInPage.ByAccount)] = door.PlatformSignsIn,
            [nameof(SignInPage.ByKey)] = door.HasKey,
        },
        status);
}

/// <summary>What the sign-in page has to say.</summary>
public enum SignInNews
{
    None,
    WrongKey,
    Throttled,
    Left,
}
