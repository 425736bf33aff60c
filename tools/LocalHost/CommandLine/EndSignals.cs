using System.Runtime.InteropServices;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>Ctrl-C and SIGTERM as a token; the process then ends in its own time. A second Ctrl-C ends it at once.</summary>
internal sealed class EndSignals : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    public EndSignals()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = !_end.IsCancellationRequested;
                _end.CancelAsync();
            }));
        }
    }

    public CancellationToken Token => _end.Token;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());
}
