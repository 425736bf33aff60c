using CxFunctions.Foundation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Unit.Pages;

/// <summary>Services as the worker has them: what its ASP.NET Core integration adds for pages, and scopes checked as in a Development environment.</summary>
internal static class WorkerServices
{
    /// <param name="activator">Sees every component that is made; null for the framework's own.</param>
    public static PageRenderer NewRenderer(IComponentActivator? activator = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMvc();
        if (activator is not null)
        {
            services.AddSingleton(activator);
        }
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        return new PageRenderer(provider.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance);
    }
}
