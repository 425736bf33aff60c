using CxFunctions.Dashboard.Exports;
using CxFunctions.Dashboard.Operations;
using CxFunctions.Dashboard.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Dashboard;

public static class DashboardSetup
{
    public static IHostApplicationBuilder AddDashboard(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SignInLinkStore>();
        builder.Services.AddSingleton<AttemptStore>();
        builder.Services.AddSingleton<NumbersReader>();
        builder.Services.AddSingleton<NumbersMemory>();
        builder.Services.AddSingleton<DashboardReader>();
        builder.Services.AddSingleton<Export>();
        builder.Services.AddSingleton<OperationsReader>();
        return builder;
    }
}
