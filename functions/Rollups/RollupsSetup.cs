using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Rollups;

public static class RollupsSetup
{
    public static IHostApplicationBuilder AddRollups(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FactStore>();
        builder.Services.AddSingleton<DirtyHourStore>();
        builder.Services.AddSingleton<RollupStore>();
        builder.Services.AddSingleton<RollupStateStore>();
        builder.Services.AddSingleton<Recount>();
        builder.Services.AddSingleton<MonthOfRollups>();
        builder.Services.AddSingleton<RollupRun>();
        return builder;
    }
}
