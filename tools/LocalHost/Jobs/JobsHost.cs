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
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>
/// The official part of this host: the WebJobs SDK with the queue and the Durable extension, over emitted functions. Where the
/// Functions host would end, for Azure to start another, it begins anew.
/// </summary>
internal sealed class JobsHost : IAsyncDisposable
{
    // Functions in flight have their own, shorter limit.
    private static readonly TimeSpan AbandonAfter = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly JobsHostSetup _setup;
    private readonly Type _functions;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ending = new();
    private IHost? _host;
    private JobsLog _log;
    private Task _restart = Task.CompletedTask;

    /// <param name="setup">What it is made from.</param>
    public JobsHost(JobsHostSetup setup)
    {
        (_setup, _functions) = (setup, FunctionEmitter.Emit(setup.Functions));
        _logger = setup.Logging.CreateLogger("LocalHost.Jobs");
        (_host, _log) = Build();
    }

    /// <summary>The official client of the task hub.</summary>
    /// <exception cref="HostAwayException">It is beginning anew.</exception>
    public IDurableClient Orchestrations => Services.GetRequiredService<IDurableClientFactory>().CreateClient(
        new DurableClientOptions { TaskHub = Services.GetRequiredService<IOptions<DurableTaskOptions>>().Value.HubName });

    private IServiceProvider Services => _host?.Services ?? throw new HostAwayException();

    /// <exception cref="LocalHostException">A function is not as the SDK wants it, or an extension has a wrong setting.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await _host!.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _host!.Dispose();
            _host = null;
            throw new LocalHostException($"The functions cannot be run: {StartFailure.Explain(failure)}", failure);
        }
    }

    /// <summary>Runs a function that no extension triggers.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="call">What it is called with.</param>
    /// <param name="cancellation">Asks it to end.</param>
    /// <exception cref="HostAwayException">This part is beginning anew.</exception>
    public Task CallAsync(string function, HostCall call, CancellationToken cancellation) => Services.GetRequiredService<IJobHost>().CallAsync(
        function, new Dictionary<string, object> { [FunctionEmitter.ParameterName(0)] = call }, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        // A start does not always heed that; should it come to its end later, it ends what it began.
        await Task.WhenAny(_restart, Task.Delay(_setup.StopLimit));
        await EndAsync(Interlocked.Exchange(ref _host, null), _log);
        if (_restart.IsCompleted)
        {
            _ending.Dispose();
        }
    }

    /// <summary>The engine does not heed the host's own limit: it waits for leases that a storage which lost them never gives back.</summary>
    private async Task EndAsync(IHost? host, JobsLog log)
    {
        if (host is null)
        {
            return;
        }
        log.Stop();
        var stop = host.StopAsync();
        if (await Task.WhenAny(stop, Task.Delay(AbandonAfter)) != stop)
        {
            JobsSaid.Abandoned(_logger, AbandonAfter);
            return;
        }
        await stop;
        host.Dispose();
    }

    // Called while something of the host still runs, which must not wait for its own end.
    private void Restart(IHost failed, Exception failure)
    {
        if (!_ending.IsCancellationRequested && Interlocked.CompareExchange(ref _host, null, failed) == failed)
        {
            JobsSaid.Restarting(_logger, failure);
            _restart = Task.Run(() => RestartAsync(failed));
        }
    }

    private async Task RestartAsync(IHost failed)
    {
        await EndQuietlyAsync(failed);
        _setup.Queues.Forget();
        while (!_ending.IsCancellationRequested)
        {
            var (host, log) = Build();
            try
            {
                await host.StartAsync(_ending.Token);
                (_host, _log) = (host, log);
                if (_ending.IsCancellationRequested && Interlocked.CompareExchange(ref _host, null, host) == host)
                {
                    await EndQuietlyAsync(host);
                    return;
                }
                JobsSaid.Restarted(_logger);
                return;
            }
            catch (Exception failure)
            {
                JobsSaid.NotRestarted(_logger, failure.Message);
                host.Dispose();
                await Task.Delay(Pause, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task EndQuietlyAsync(IHost failed)
    {
        try
        {
            await EndAsync(failed, _log);
        }
        catch (Exception failure)
        {
            // It has failed already; what else it says on its way out is no news.
            JobsSaid.EndedBadly(_logger, failure);
        }
    }

    private (IHost Host, JobsLog Log) Build()
    {
        var log = new JobsLog(_setup.Logging);
        IHost? built = null;
        var failures = new JobsFailures(_logger, failure => Restart(built!, failure));
        built = new HostBuilder()
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues().AddDurableTask())
            // After what the SDK reads by itself: the environment does not overrule host.json.
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(_setup.Configuration))
            .ConfigureServices(services => Add(services, _setup, _functions, log).AddSingleton<IWebJobsExceptionHandler>(failures))
            .Build();
        return (built, log);
    }

    private static IServiceCollection Add(IServiceCollection services, JobsHostSetup setup, Type type, JobsLog log)
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
        return services;
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
