using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a worker application.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly HostApplicationBuilder _builder;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly WorkerHosting? _hosting = WorkerHosting.Current;
    private bool _built;

    internal FunctionsApplicationBuilder(string[] args)
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables("AZURE_FUNCTIONS_");
        _builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { Args = args, Configuration = configuration });
        // The Functions host writes what the worker logs; a console logger here would write it twice.
        _builder.Logging.ClearProviders();
        _hosting?.Creating(_builder);
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_builder).Properties;

    /// <inheritdoc/>
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>Settings: appsettings.json, environment variables, command line, and what the host adds.</summary>
    public ConfigurationManager Configuration => _builder.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _builder.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _builder.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _builder.Metrics;

    /// <summary>The services being configured.</summary>
    public IServiceCollection Services => _builder.Services;

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => _builder.ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ThrowIfBuilt();
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Builds the application; once.</summary>
    /// <returns>The worker's host.</returns>
    /// <exception cref="InvalidOperationException">Called twice.</exception>
    public IHost Build()
    {
        ThrowIfBuilt();
        _built = true;
        if (_hosting is null)
        {
            WorkerHosting.RefuseToRunAlone();
        }
        _hosting!.Building(_builder, _middleware);
        var host = _builder.Build();
        _hosting.Built(host);
        return host;
    }

    private void ThrowIfBuilt()
    {
        if (_built)
        {
            throw new InvalidOperationException("The application has already been built.");
        }
    }
}
