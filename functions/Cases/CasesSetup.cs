using Microsoft.Extensions.Hosting;

namespace CxFunctions.Cases;

public static class CasesSetup
{
    public static IHostApplicationBuilder AddCases(this IHostApplicationBuilder builder) => builder;
}
