using System.Diagnostics;
using CxFunctions.LocalHost.Bridge;

namespace CxFunctions.LocalHost.Worker;

/// <summary>The app as a process of its own, started as Azure starts it. Its time is the wall clock.</summary>
internal sealed class ChildWorker : IWorker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _lastWords = [];
    private bool _stopping;

    private ChildWorker(Process process) => _process = process;

    /// <summary>For whoever wants to attach a debugger.</summary>
    public int ProcessId => _process.Id;

    /// <inheritdoc/>
    public IServiceProvider Services => throw new InvalidOperationException("With --worker process the app's services live in another process.");

    /// <inheritdoc/>
    public Task<Uri?> HttpAddressAsync() => Task.FromResult<Uri?>(null);

    /// <inheritdoc/>
    public Task Ended => _ended.Task;

    public static ChildWorker Start(WorkerStart start)
    {
        var process = new Process { StartInfo = Command(start), EnableRaisingEvents = true };
        var worker = new ChildWorker(process);
        process.OutputDataReceived += (_, line) => worker.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => worker.Hear(line.Data);
        process.Exited += (_, _) => worker.OnExit();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return worker;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        if (!_process.HasExited)
        {
            // It has been told, by the stream's end or a message, that the host stops; a worker does not always take the hint.
            Signals.Terminate(_process);
            using var limit = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
    }

    private static ProcessStartInfo Command(WorkerStart start)
    {
        var command = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = start.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(start.Folder, $"{start.App.GetName().Name}.dll"), "--functions-uri", $"{start.Bridge}", "--functions-worker-id", start.Id, "--functions-request-id", start.Id,
            "--functions-grpc-max-message-length", $"{BridgeServer.MessageLimit}",
        ];
        foreach (var argument in arguments)
        {
            command.ArgumentList.Add(argument);
        }
        foreach (var (key, value) in start.Settings)
        {
            command.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        command.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        command.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.Folder;
        command.Environment.TryAdd("AZURE_FUNCTIONS_ENVIRONMENT", "Development");
        StartupHook.AddTo(command.Environment);
        return command;
    }

    private void Hear(string? line)
    {
        lock (_lastWords)
        {
            if (line is not null)
            {
                _lastWords.Enqueue(line);
            }
            if (_lastWords.Count > 20)
            {
                _lastWords.Dequeue();
            }
        }
    }

    private void OnExit()
    {
        if (_stopping)
        {
            _ended.TrySetResult();
            return;
        }
        lock (_lastWords)
        {
            _ended.TrySetException(new LocalHostException(ChildFailure.Explain([.. _lastWords])));
        }
    }
}
