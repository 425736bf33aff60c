using System.Text.Json;

namespace CxFunctions.Tests.Tools.Infra;

/// <summary>What a deployment would make, evaluated by the compiler as Azure evaluates it, as far as no answer of Azure is needed.</summary>
public sealed class PredictedDeploymentTests : IDisposable
{
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["CX_MANAGER_EMAIL"] = "manager@cx.example",
        ["CX_REGIONAL_EMAIL"] = "director@cx.example",
    };

    private readonly TemplateCopy _copy = new();

    public PredictedDeploymentTests()
    {
        BicepCompiler.Demand();

        // What hangs on a secret is left unevaluated; whose addresses these are is no secret of a test.
        _copy.Alter("modules/types.bicep", "@secure()\n", "");
    }

    [Theory]
    [InlineData("dev", "cxdev", "durable")]
    [InlineData("prod", "cxprod", "http", "durable")]
    public async Task The_app_is_isolated_NET_10_with_journeys_kept_warm(string stage, string name, params string[] warm)
    {
        var resources = await PredictAsync(stage, Addresses);
        var app = resources.Single(r => r.GetProperty("type").GetString() == "Microsoft.Web/sites");
        var config = app.GetProperty("properties").GetProperty("functionAppConfig");
        var runtime = config.GetProperty("runtime");

        Assert.Equal(name, app.GetProperty("tags").GetProperty("deployment").GetString());
        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.GetProperty("name").GetString(), runtime.GetProperty("version").GetString()));
        Assert.Equal(warm, config.GetProperty("scaleAndConcurrency").GetProperty("alwaysReady").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
        Assert.Empty(resources.GroupBy(r => r.GetProperty("id").GetString(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Without_an_address_for_alerts_nothing_is_made(string stage)
    {
        var run = await SnapshotAsync(stage, new() { ["CX_MANAGER_EMAIL"] = "manager@cx.example" });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Where do alerts go? No address for RegionalEmail", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _copy.Dispose();

    private async Task<IReadOnlyList<JsonElement>> PredictAsync(string stage, Dictionary<string, string> environment)
    {
        var run = await SnapshotAsync(stage, environment);
        Assert.True(run.ExitCode == 0, run.Output);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_copy.Folder, $"{stage}.snapshot.json")));
        return [.. json.RootElement.GetProperty("predictedResources").Clone().EnumerateArray()];
    }

    private Task<CompilerRun> SnapshotAsync(string stage, Dictionary<string, string> environment) => BicepCompiler.RunAsync(
        _copy.Folder,
        ["snapshot", $"{stage}.bicepparam", "--tenant-id", Guid.Empty.ToString(), "--subscription-id", Guid.Empty.ToString(), "--resource-group", "cx", "--location", "eastus2"],
        environment);
}
