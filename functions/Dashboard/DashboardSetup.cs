using Microsoft.Extensions.Hosting;

namespace CxFunctions.Dashboard;

public static class DashboardSetup
{
    public static IHostApplicationBuilder AddDashboard(this IHostApplicationBuilder builder) => builder;
}
