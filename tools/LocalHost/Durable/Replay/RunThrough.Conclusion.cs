namespace CxFunctions.LocalHost.Durable;

internal sealed partial class RunThrough
{
    private Outcome Conclude()
    {
        if (_terminated is { } terminated)
        {
            return Cut(new Ending.Terminated());
        }

        if (_started is not null && orchestrators.Find(_started.Name, _started.Version) is null)
        {
            return Fail(FailureText.Write("OrchestratorTaskNotFound", $"No orchestrator task named '{_started.Name}' was found."));
        }

        if (_thread.Foreign is { } why)
        {
            return Fail(FailureText.Write(ForeignAwait.Type, why));
        }

        if (_suspended || _run is null || _requests.HasOpen)
        {
            return GoOn();
        }

        if (_run.IsCompleted)
        {
            return Ended(_run);
        }

        // Nothing that the engine will ever bring can wake this code again.
        return _context!.Events.HasOpenWaits ? GoOn() : Fail(FailureText.Write(ForeignAwait.Type, ForeignAwait.NothingToWaitFor));
    }

    private Outcome Ended(Task<object?> run)
    {
        if (run.IsFaulted || run.IsCanceled)
        {
            var error = run.IsCanceled ? new TaskCanceledException(run) : run.Exception!.InnerException!;
            return End(new Ending.Failed(FailureText.Write(error)));
        }

        return End(_context!.Next is { } next
            ? new Ending.ContinuedAsNew(
                converter.Serialize(next.NewInput),
                string.IsNullOrWhiteSpace(next.NewVersion) ? _started!.Version : next.NewVersion,
                next.PreserveUnprocessedEvents ? _context.Events.Unread : [])
            : new Ending.Completed(converter.Serialize(run.Result)));
    }

    private Outcome GoOn() => new(null, [.. _requests.News], _context?.SerializedCustomStatus, _suspended);

    private Outcome Fail(string failure) => Cut(new Ending.Failed(failure));

    /// <summary>Ended from outside the code: what it asked for in this episode was never granted.</summary>
    private Outcome Cut(Ending ending) => new(ending, [], _context?.SerializedCustomStatus);

    /// <summary>Ended by the code: what it asked for in its last moment still counts, an event that was sent is sent.</summary>
    private Outcome End(Ending ending) => new(ending, [.. _requests.News], _context?.SerializedCustomStatus);
}
