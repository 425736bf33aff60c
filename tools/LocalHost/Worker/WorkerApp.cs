using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxFunctions.LocalHost.Worker;

/// <summary>A running app.</summary>
internal sealed class WorkerApp
{
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHost? _host;

    private WorkerApp()
    {
    }

    public IServiceProvider Services => _host!.Services;

    public IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; private set; } = [];

    /// <summary>Done when the app's entry point has returned; failed when it threw.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Calls the app's entry point and waits until its services have started.</summary>
    /// <exception cref="LocalHostException">The app did not start; the message is the app's.</exception>
    public static async Task<WorkerApp> StartAsync(WorkerAppStart start, CancellationToken cancellation)
    {
        var app = new WorkerApp();
        var thread = new Thread(() => app.Run(start)) { IsBackground = true, Name = "Functions worker" };
        thread.Start();
        await Task.WhenAny(app._started.Task, app._ended.Task).WaitAsync(cancellation);
        if (!app._started.Task.IsCompleted)
        {
            await app._ended.Task;
            throw new LocalHostException("The app ended without running: its Program must build a host and run it.");
        }
        return app;
    }

    /// <summary>Stops the app's services and lets its entry point return.</summary>
    public async Task StopAsync()
    {
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _ended.Task;
    }

    private void Run(WorkerAppStart start)
    {
        WorkerHosting.Current = new WorkerHosting
        {
            Creating = builder => Create(builder, start),
            Building = (builder, middleware) => Build(builder, middleware, start),
            Built = host => _host = host,
        };
        try
        {
            start.Entry([]);
            _ended.SetResult();
        }
        catch (Exception failure)
        {
            _ended.SetException(new LocalHostException(StartFailure.Explain(failure), failure));
        }
    }

    private static void Create(HostApplicationBuilder builder, WorkerAppStart start)
    {
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Configuration.AddInMemoryCollection(start.Settings);
        builder.Services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new HostLogging.Forwarding(start.Log));
        start.MoreLogging?.Invoke(builder.Logging);
    }

    private void Build(
        HostApplicationBuilder builder, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, WorkerAppStart start)
    {
        Middleware = middleware;
        builder.Services.Replace(ServiceDescriptor.Singleton(start.Clock));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, HeldLifetime>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        // Last, so that it starts when every service of the app has.
        builder.Services.AddHostedService(_ => new StartedSignal(() => _started.TrySetResult(_host!)));
    }
}
