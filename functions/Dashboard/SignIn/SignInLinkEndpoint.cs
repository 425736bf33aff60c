using CxFunctions.Dashboard.Pages;
using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>A link that signs somebody in once. Looking at it uses nothing up: scanners and previews open every link. Its button does.</summary>
public sealed class SignInLinkEndpoint(StaffDoor door, SignInLinkStore links, PageRenderer pages, ILogger<SignInLinkEndpoint> log)
{
    [Function("SignInLink")]
    public async Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dashboard/sign-in/{token}")] HttpRequest request, string token) =>
        await links.IsGoodAsync(token, request.HttpContext.RequestAborted)
            ? await PageAsync(request, token, StatusCodes.Status200OK)
            : await PageAsync(request, null, StatusCodes.Status404NotFound);

    [Function("SignInByLink")]
    public async Task<IResult> OpenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/sign-in/{token}")] HttpRequest request, string token)
    {
        var caller = door.Digest(ClientAddress.Of(request));
        // Nothing is used up by a form that another site sent, nor where no session could be signed.
        if (!StaffDoor.IsFromOwnPage(request) || !door.HasKey || !await links.TryTakeAsync(token, request.HttpContext.RequestAborted))
        {
            log.LinkRefused(caller);
            return await PageAsync(request, null, StatusCodes.Status404NotFound);
        }
        door.Open(request.HttpContext.Response);
        log.SignedIn(caller, "a link");
        request.HttpContext.Response.Headers.Location = "/dashboard";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private Task<IResult> PageAsync(HttpRequest request, string? token, int status) =>
        pages.PageAsync<SignInLinkPage>(request.HttpContext, new Dictionary<string, object?> { [nameof(SignInLinkPage.Token)] = token }, status);
}
