using System.Diagnostics;

namespace CxFunctions.Bench.Journeys;

/// <summary>One life of the host.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Errands _errands;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;

    private HostProcess(Process process, Errands errands)
    {
        (_process, _errands) = (process, errands);
        _listening = Task.Run(ListenAsync);
    }

    public static async Task<HostProcess> StartAsync(string storage, Errands errands)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "crash-host", "--storage", storage])
        {
            start.ArgumentList.Add(argument);
        }

        var host = new HostProcess(Process.Start(start)!, errands);
        await host._ready.Task;
        return host;
    }

    public void Send(int most)
    {
        foreach (var errand in _errands.Take(most))
        {
            _process.StandardInput.WriteLine(errand);
        }

        _process.StandardInput.Flush();
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
        }

        await _process.WaitForExitAsync();
        await _listening;
        _errands.AskAgain();
        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                _ready.TrySetResult();
            }
            else
            {
                _errands.Answered(line);
            }
        }

        _ready.TrySetException(new InvalidOperationException("The host ended before it was ready."));
    }
}
