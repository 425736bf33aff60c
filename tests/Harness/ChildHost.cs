using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Harness;

/// <summary>LocalHost as a process of its own: it can be killed, interrupted, and listened to.</summary>
public sealed partial class ChildHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildHost(Process process) => _process = process;

    /// <summary>What it has written so far.</summary>
    public IReadOnlyCollection<string> Output => [.. _lines];

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Its exit code, once it has ended; 128 plus the signal's number where a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The app's address.</summary>
    public Uri Url => new(Find(Address()));

    /// <summary>A key for every function of level Function.</summary>
    public string HostKey => Find(Key());

    /// <summary>Starts LocalHost without waiting for it.</summary>
    /// <param name="arguments">Its command line.</param>
    public static ChildHost Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <summary>Starts LocalHost without waiting for it.</summary>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="arguments">Its command line.</param>
    public static ChildHost Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // A shell's background job hands down that Ctrl-C is ignored; a host at a terminal does not ignore it.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(program[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        foreach (var argument in (string[])[.. program[1..], Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }
        var child = new ChildHost(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message holds what it wrote.</exception>
    public async Task<ChildHost> ReadyAsync()
    {
        var first = await Task.WhenAny(_ready.Task, _process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        return first == _ready.Task ? this : throw new InvalidOperationException($"LocalHost did not start:\n{string.Join('\n', Output)}");
    }

    /// <summary>Waits for its end, a minute at most.</summary>
    public async Task EndedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Kills it as <c>kill -9</c> does, and nothing that it started.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await EndedAsync();
    }

    /// <summary>Kills it and every process that it started, as <c>kill -9</c> does.</summary>
    public async Task KillAllAsync()
    {
        _process.Kill(entireProcessTree: true);
        await EndedAsync();
    }

    /// <summary>Asks it to end: SIGTERM, or SIGINT as Ctrl-C sends it.</summary>
    /// <param name="signal">The signal's name, TERM or INT.</param>
    public async Task AskToEndAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await EndedAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await AskToEndAsync("TERM");
        }
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            if (line.StartsWith("Ready in", StringComparison.Ordinal))
            {
                _ready.TrySetResult();
            }
        }
    }

    private string Find(Regex pattern)
    {
        // The lines after "Ready" may still be on their way.
        for (var look = 0; look < 100; look++)
        {
            if (_lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success) is { } found)
            {
                return found.Groups[1].Value;
            }
            Thread.Sleep(20);
        }
        throw new InvalidOperationException($"LocalHost did not say {pattern}.");
    }

    [GeneratedRegex(@"^  Operations\s+(http://\S+)/host")]
    private static partial Regex Address();

    [GeneratedRegex(@"^  Key\s+(\w+)")]
    private static partial Regex Key();
}
