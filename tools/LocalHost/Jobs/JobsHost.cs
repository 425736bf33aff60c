using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.TimeMachine;
using CxFunctions.LocalHost.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.ContextImplementations;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.Options;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Queues;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>The official part of this host: the WebJobs SDK with the queue and the Durable extension, over emitted functions.</summary>
internal sealed class JobsHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly JobsLog _log;
    private bool _started;

    private JobsHost(IHost host, JobsLog log) => (_host, _log) = (host, log);

    /// <summary>The official client of the task hub.</summary>
    public IDurableClient Orchestrations => _host.Services.GetRequiredService<IDurableClientFactory>().CreateClient(
        new DurableClientOptions { TaskHub = _host.Services.GetRequiredService<IOptions<DurableTaskOptions>>().Value.HubName });

    public static JobsHost Build(JobsHostSetup setup)
    {
        var type = FunctionEmitter.Emit(setup.Functions);
        var log = new JobsLog(setup.Logging);
        var host = new HostBuilder()
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues().AddDurableTask())
            // After what the SDK reads by itself: the environment does not overrule host.json.
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(setup.Configuration))
            .ConfigureServices(services => Add(services, setup, type, log))
            .Build();
        return new JobsHost(host, log);
    }

    /// <exception cref="LocalHostException">A function is not as the SDK wants it, or an extension has a wrong setting.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await _host.StartAsync(cancellation);
            _started = true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new LocalHostException($"The functions cannot be run: {StartFailure.Explain(failure)}", failure);
        }
    }

    /// <summary>Runs a function that no extension triggers.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="call">What it is called with.</param>
    /// <param name="cancellation">Asks it to end.</param>
    public Task CallAsync(string function, HostCall call, CancellationToken cancellation) => _host.Services.GetRequiredService<IJobHost>().CallAsync(
        function, new Dictionary<string, object> { [FunctionEmitter.ParameterName(0)] = call }, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_started)
        {
            _log.Stop();
            await _host.StopAsync();
        }
        _host.Dispose();
    }

    private static void Add(IServiceCollection services, JobsHostSetup setup, Type type, JobsLog log)
    {
        services.AddSingleton<ILoggerFactory>(log);
        services.AddSingleton<IHostLifetime, HeldLifetime>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = setup.StopLimit);
        services.AddSingleton<RunFunction>(setup.Run);
        services.Replace(ServiceDescriptor.Singleton<ITypeLocator>(new OnlyType(type)));
        services.AddSingleton<IHostIdProvider, HostId>();
#pragma warning disable CS0618
        services.AddSingleton<IWebHookProvider>(new WebHooks(setup.Url));
#pragma warning restore CS0618
        services.AddSingleton<IQueueProcessorFactory>(setup.Queues);
        services.Configure<JobHostFunctionTimeoutOptions>(options => (options.Timeout, options.ThrowOnTimeout) = (setup.FunctionTimeout, true));
        if (setup.Hub is { } hub)
        {
            services.AddTimeMachine(hub);
        }
    }

    private sealed class OnlyType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class HostId : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult("cxfunctions-localhost");
    }

#pragma warning disable CS0618 // Marked as not for the public, and still what the Durable extension asks for the address of its management API.
    private sealed class WebHooks(Uri host) : IWebHookProvider
    {
        public Uri GetUrl(IExtensionConfigProvider extension) => new(host, "runtime/webhooks/durabletask");
    }
#pragma warning restore CS0618
}
