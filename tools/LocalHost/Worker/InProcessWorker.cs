using System.Net;
using System.Reflection;
using CxFunctions.Foundation;
using CxFunctions.LocalHost.Bridge;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxFunctions.LocalHost.Worker;

/// <summary>The app's official worker on a thread of this process, so that breakpoints and tests reach it.</summary>
internal sealed class InProcessWorker : IWorker
{
    // Start-up code that the Worker SDK generates is looked for in the entry assembly, of which a process has one at a time.
    private static readonly SemaphoreSlim OneBuilds = new(1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHost? _host;

    private InProcessWorker()
    {
    }

    /// <inheritdoc/>
    public IServiceProvider Services => _host?.Services ?? throw new InvalidOperationException("The app has not started.");

    /// <inheritdoc/>
    public async Task<Uri?> HttpAddressAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signal = Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await started.Task;
        return Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new Uri(address) : null;
    }

    /// <inheritdoc/>
    public Task Ended => _ended.Task;

    public static InProcessWorker Start(WorkerStart start)
    {
        var worker = new InProcessWorker();
        new Thread(() => worker.Run(start)) { IsBackground = true, Name = "Functions worker" }.Start();
        return worker;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _host?.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself, as an app with a wrong setting does.
        }
        await _ended.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Run(WorkerStart start)
    {
        OneBuilds.Wait();
        try
        {
            using (HostBuilding.OnThisThread(builder => builder.ConfigureServices(services => Change(services, start)), Built))
            {
                Enter(start);
            }
            _ended.SetResult();
        }
        catch (Exception failure)
        {
            _ended.SetException(new LocalHostException(StartFailure.Explain(failure), failure));
        }
        finally
        {
            if (_host is null)
            {
                OneBuilds.Release();
            }
        }
    }

    private void Built(IHost host)
    {
        _host = host;
        OneBuilds.Release();
    }

    private static void Enter(WorkerStart start)
    {
        Assembly.SetEntryAssembly(start.App);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", start.Folder);
        string[] arguments =
        [
            "--environment=Development",
            .. start.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            $"--Functions:Worker:HostEndpoint={start.Bridge}",
            $"--Functions:Worker:WorkerId={start.Id}",
            $"--Functions:Worker:RequestId={start.Id}",
            $"--Functions:Worker:GrpcMaxMessageLength={BridgeServer.MessageLimit}",
        ];
        if (start.Entry is { } entry)
        {
            entry(arguments);
            return;
        }
        var main = start.App.EntryPoint ?? throw new LocalHostException($"{start.App.GetName().Name} has no Program to run.");
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [arguments], null);
    }

    private static void Change(IServiceCollection services, WorkerStart start)
    {
        services.Replace(ServiceDescriptor.Singleton(start.Clock));
        if (start.Clock != TimeProvider.System && services.Any(service => service.ServiceType == typeof(QueueSender)))
        {
            services.AddSingleton(start.Activity).Replace(ServiceDescriptor.Singleton<QueueSender, ProductTimeSender>());
        }
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, HeldLifetime>());
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        // The port that the worker takes by itself is one for the whole process.
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0);
        });
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new HostLogging.Forwarding(start.Log));
            start.MoreLogging?.Invoke(logging);
        });
    }
}
