using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Demo;

/// <summary>A real process, killed as <c>kill -9</c> does in the middle of the demo and started again by the parent that watches it.</summary>
public sealed class KilledInMidDemoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cx-killed-").FullName;

    [Fact]
    public async Task NothingIsLostAndNobodyIsAskedTwice()
    {
        var port = FreePort();
        await using var child = await ChildHost.Start(
            "--exit-when-done", "--clock", "0", "--transactions", "20", "--kill-at", "0.2",
            "--port", $"{port}", "--sandbox-port", $"{FreePort()}", "--data", _folder).ReadyAsync();
        await MoveClockUntilItEndsAsync(child, new Uri($"http://localhost:{port}/clock/advance"));

        var summary = JsonDocument.Parse(child.Output.Last(line => line.StartsWith('{'))).RootElement;
        Assert.Contains(child.Output, line => line.StartsWith("The host was killed", StringComparison.Ordinal));
        Assert.Equal(1, summary.GetProperty("restarts").GetInt32());
        Assert.All(
            summary.GetProperty("invariants").EnumerateArray(),
            invariant => Assert.True(invariant.GetProperty("holds").GetBoolean(), $"{invariant}"));
        Assert.True(summary.GetProperty("answers").GetInt32() > 0);
        Assert.Equal(0, child.ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task MoveClockUntilItEndsAsync(ChildHost child, Uri advance)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        while (!child.HasEnded)
        {
            await Task.Delay(150, TestContext.Current.CancellationToken);
            try
            {
                using var moved = await http.PostAsJsonAsync(advance, new { by = "PT30M" }, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException)
            {
                // Killed, being started again, or at its end.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
