using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Alerts;

public static class AlertsSetup
{
    public static IHostApplicationBuilder AddAlerts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AlertStore>();
        builder.Services.AddSingleton<ResponseAlerting>();
        builder.Services.AddSingleton<RestedAnswers>();
        builder.Services.AddSingleton<DropAlerting>();
        return builder;
    }
}
