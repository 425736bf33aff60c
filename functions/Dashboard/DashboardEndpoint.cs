using CxFunctions.Catalog;
using CxFunctions.Dashboard.Pages;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard;

public sealed class DashboardEndpoint(StaffDoor door, DashboardReader reader, ProgramCatalog catalog, PageRenderer pages)
{
    [Function("Dashboard")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard")] HttpRequest request)
    {
        if (await door.WhoIsAsync(request) is null)
        {
            return Results.LocalRedirect(SignInEndpoint.Path);
        }
        var view = await reader.ReadAsync(DashboardQuery.Of(request.Query, catalog), request.HttpContext.RequestAborted);
        return await pages.RefreshingPageAsync<DashboardPage>(request.HttpContext, new Dictionary<string, object?> { [nameof(DashboardPage.View)] = view });
    }
}
