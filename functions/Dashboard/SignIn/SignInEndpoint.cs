using CxFunctions.Dashboard.Pages;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>The staff key, asked for where the platform does not sign people in.</summary>
public sealed class SignInEndpoint(StaffDoor door, PageRenderer pages)
{
    public const string Path = "/dashboard/sign-in";

    [Function("SignIn")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "dashboard/sign-in")] HttpRequest request)
    {
        if (door.WhoIs(request) is not null)
        {
            return Results.LocalRedirect("/dashboard");
        }
        if (!HttpMethods.IsPost(request.Method))
        {
            return await PageAsync(request, failed: false, StatusCodes.Status200OK);
        }
        if (!request.HasFormContentType)
        {
            return Problems.BadRequest("The sign-in form posts application/x-www-form-urlencoded.");
        }
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return door.TryOpen(request.HttpContext.Response, form["key"])
            ? Results.LocalRedirect("/dashboard")
            : await PageAsync(request, failed: true, StatusCodes.Status403Forbidden);
    }

    private Task<IResult> PageAsync(HttpRequest request, bool failed, int status) =>
        pages.PageAsync<SignInPage>(request.HttpContext, new Dictionary<string, object?> { [nameof(SignInPage.Failed)] = failed }, status);
}
