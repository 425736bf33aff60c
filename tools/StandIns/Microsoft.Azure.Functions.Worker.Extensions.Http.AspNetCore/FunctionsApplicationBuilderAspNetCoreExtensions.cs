using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>ASP.NET Core in a worker.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Has HTTP functions take ASP.NET Core requests and answer with its results.</summary>
    /// <param name="builder">The worker being built.</param>
    /// <returns>The same.</returns>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // What carries out IActionResult.
        builder.Services.AddMvcCore();
        return builder;
    }
}
