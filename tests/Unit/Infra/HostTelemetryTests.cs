using System.Text.Json;
using CxFunctions.LocalHost;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>
/// The Functions host collects telemetry that no code of the app can mend: the addresses of requests, and of its own calls to the worker, both
/// with the secrets of links. Only host.json keeps them out.
/// </summary>
public sealed class HostTelemetryTests
{
    [Fact]
    public void The_host_collects_no_addresses_of_requests_nor_of_calls()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "host.json")));
        var insights = json.RootElement.GetProperty("logging").GetProperty("applicationInsights");
        Assert.False(insights.GetProperty("enableDependencyTracking").GetBoolean());
        Assert.False(insights.GetProperty("httpAutoCollectionOptions").GetProperty("enableHttpTriggerExtendedInfoCollection").GetBoolean());
    }
}
