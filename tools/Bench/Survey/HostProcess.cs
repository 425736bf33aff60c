using System.Diagnostics;
using System.Text.Json;

namespace CxFunctions.Bench.Survey;

/// <summary>The host in a process of its own, so that its processor time is not mixed with that of the load.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);
    private readonly Process _process;

    private HostProcess(Process process, Uri url) => (_process, Url) = (process, url);

    /// <summary>The app's address.</summary>
    public Uri Url { get; }

    public int Id => _process.Id;

    /// <exception cref="InvalidOperationException">It ended before it was ready; standard error says why.</exception>
    public static async Task<HostProcess> StartAsync(HostOrder order, CancellationToken cancellation)
    {
        Directory.CreateDirectory(order.DataFolder);
        var path = Path.Combine(order.DataFolder, "order.json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(order), cancellation);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bench.dll"), HostCommand.Name, path])
        {
            start.ArgumentList.Add(argument);
        }
        var process = Process.Start(start)!;
        try
        {
            // Whatever the app says on standard output before and after is of no matter.
            while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
            {
                if (Uri.TryCreate(line, UriKind.Absolute, out var url) && url.IsLoopback)
                {
                    _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                    return new(process, url);
                }
            }
            throw new InvalidOperationException("The host ended before it was ready.");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }
}
