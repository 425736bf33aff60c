using Microsoft.Extensions.Hosting;

namespace CxFunctions.Rollups;

public static class RollupsSetup
{
    public static IHostApplicationBuilder AddRollups(this IHostApplicationBuilder builder) => builder;
}
