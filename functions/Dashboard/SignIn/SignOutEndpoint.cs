using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>The way out: our session is ended for every browser that has its cookie; who came with a work account is signed out by the platform.</summary>
public sealed class SignOutEndpoint(StaffDoor door, ILogger<SignOutEndpoint> log)
{
    private const string Then = SignInEndpoint.Path + "?left";

    [Function("SignOut")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/sign-out")] HttpRequest request)
    {
        if (!StaffDoor.IsFromOwnPage(request))
        {
            return Problems.BadRequest("Sign out from a page of the dashboard.");
        }
        var who = await door.WhoIsAsync(request);
        var byPlatform = door.IsSignedInByPlatform(request);
        await door.LeaveAsync(request);
        if (who is not null)
        {
            log.SignedOut(door.Digest(who));
        }
        request.HttpContext.Response.Headers.Location = byPlatform ? $"/.auth/logout?post_logout_redirect_uri={Uri.EscapeDataString(Then)}" : Then;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
