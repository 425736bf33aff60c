[assembly: AssemblyFixture(typeof(CxFunctions.Tests.RealTime.Hosts))]

// Scenarios mostly wait; all of them wait side by side.
[assembly: CollectionBehavior(MaxParallelThreads = -1)]

namespace CxFunctions.Tests.RealTime;

/// <summary>One host for each environment, shared by all scenarios that do it no harm; started with the first that asks for it.</summary>
public sealed class Hosts : IAsyncDisposable
{
    private readonly Dictionary<string, Lazy<Task<RealHost>>> _hosts = new[] { "Development", "Production" }
        .ToDictionary(name => name, name => new Lazy<Task<RealHost>>(() => RealHost.StartAsync(name)));

    internal Task<RealHost> Production => Of("Production");

    /// <param name="environment">Development or Production.</param>
    internal Task<RealHost> Of(string environment) => _hosts[environment].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values.Where(host => host.IsValueCreated))
        {
            await (await host.Value).DisposeAsync();
        }
    }
}
