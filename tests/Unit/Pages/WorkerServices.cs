using CxFunctions.Foundation;
using Microsoft.AspNetCore.Components;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Unit.Pages;

/// <summary>Services as the worker has them, among them what its ASP.NET Core integration adds for pages; scopes are checked as in a Development environment.</summary>
internal static class WorkerServices
{
    /// <summary>One for tests that only want pages.</summary>
    public static PageRenderer Renderer { get; } = NewRenderer();

    /// <param name="activator">Sees every component that is made; null for the framework's own.</param>
    public static PageRenderer NewRenderer(IComponentActivator? activator = null)
    {
        var worker = FunctionsApplication.CreateBuilder([]);
        worker.ConfigureFunctionsWebApplication();
        if (activator is not null)
        {
            worker.Services.AddSingleton(activator);
        }
        var provider = worker.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        return new PageRenderer(provider, NullLoggerFactory.Instance);
    }
}
