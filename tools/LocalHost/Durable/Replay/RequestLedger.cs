using Microsoft.DurableTask;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// What the orchestrator asked for in this run-through, numbered in one sequence, and what is still to be answered. History
/// either confirms a request of a former episode or shows that the code no longer makes it.
/// </summary>
internal sealed class RequestLedger
{
    private readonly SortedDictionary<int, Requested> _unconfirmed = [];
    private readonly Dictionary<int, (Requested Request, TaskCompletionSource<string?> Source)> _open = [];
    private readonly List<TimerCanceled> _canceled = [];
    private int _next;

    /// <summary>Requests that history does not know yet, in order, and the timers given up in this run-through.</summary>
    public IEnumerable<HistoryEvent> News => [.. _unconfirmed.Values, .. _canceled];

    public bool HasOpen => _open.Count > 0;

    public int NextId() => _next++;

    /// <summary>Asks without waiting for an answer.</summary>
    public void Send(Requested request) => _unconfirmed.Add(request.Id, request);

    public Task<string?> Ask(Requested request)
    {
        var source = new TaskCompletionSource<string?>();
        _unconfirmed.Add(request.Id, request);
        _open.Add(request.Id, (request, source));
        return source.Task;
    }

    public void GiveUp(int timer, CancellationToken cancellation)
    {
        if (_open.Remove(timer, out var open))
        {
            _canceled.Add(new(timer));
            open.Source.TrySetCanceled(cancellation);
        }
    }

    /// <exception cref="NonDeterministicOrchestrationException">The code did not make the request that history holds.</exception>
    public void Confirm(Requested past)
    {
        if (!_unconfirmed.Remove(past.Id, out var made))
        {
            throw new NonDeterministicOrchestrationException(
                $"History holds {past.Describe()} as request {past.Id}, but the orchestrator's code did not make that request when it was replayed.");
        }

        if (!string.Equals(made.Describe(), past.Describe(), StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterministicOrchestrationException(
                $"History holds {past.Describe()} as request {past.Id}, but the orchestrator's code asked for {made.Describe()} when it was replayed.");
        }
    }

    public void Answer(Answered answer)
    {
        if (answer is TimerCanceled)
        {
            // The code cancels it again by itself; this line of history only told the engine.
            _canceled.RemoveAll(canceled => canceled.Id == answer.Id);
            return;
        }

        if (!_open.Remove(answer.Id, out var open))
        {
            return;
        }

        switch (answer, open.Request)
        {
            case (TaskFailed failed, TaskScheduled task): Fail(open.Source, task.Name, failed, failed.Final); break;
            case (SubOrchestrationFailed failed, SubOrchestrationCreated sub): Fail(open.Source, sub.Name, failed, failed.Final); break;
            default: open.Source.TrySetResult(answer.Data); break;
        }
    }

    private static void Fail(TaskCompletionSource<string?> source, string name, Answered answer, bool final)
    {
        var failure = new TaskFailedException(name, answer.Id, FailureText.Read(answer.Data));
        failure.Data[Retrying.FinalMark] = final;
        source.TrySetException(failure);
    }
}
