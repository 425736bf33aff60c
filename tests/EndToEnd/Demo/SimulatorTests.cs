using CxFunctions.CrmSimulator;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Demo;

/// <summary>The command line of the simulator against the app.</summary>
public sealed class SimulatorTests
{
    [Theory]
    [InlineData("standard", 1)]
    [InlineData("hubspot", 10)]
    public async Task EverythingItSendsIsAccepted(string source, int batch)
    {
        await using var host = await TestHost.StartAsync();
        var exit = await SimulatorCommand.Create()
            .Parse(["--source", source, "--rate", "20", "--for", "2s", "--batch", $"{batch}", "--url", $"{host.Host.Url}"])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
        await host.Host.WhenIdleAsync();
    }

    [Fact]
    public async Task AWrongSecretIsRefusedAndTold()
    {
        await using var host = await TestHost.StartAsync();
        var exit = await SimulatorCommand.Create()
            .Parse(["--source", "hubspot", "--rate", "5", "--for", "1s", "--secret", "another", "--url", $"{host.Host.Url}"])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, exit);
    }
}
