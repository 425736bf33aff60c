namespace CxFunctions.LocalHost.Worker;

/// <summary>Tells when the services of the app have started.</summary>
internal sealed class StartedSignal(Action started) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        started();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
