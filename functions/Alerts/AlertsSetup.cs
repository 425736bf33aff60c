using Microsoft.Extensions.Hosting;

namespace CxFunctions.Alerts;

public static class AlertsSetup
{
    public static IHostApplicationBuilder AddAlerts(this IHostApplicationBuilder builder) => builder;
}
