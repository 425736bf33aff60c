namespace CxFunctions.LocalHost.Worker;

/// <summary>Takes the console lifetime's place: Ctrl-C and SIGTERM go to LocalHost, which stops the app when its turn comes.</summary>
internal sealed class HeldLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
