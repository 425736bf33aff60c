using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// One run of an orchestrator's code over the history of its instance: first what was committed, as replay, then what is new.
/// Pure: the same history gives the same outcome, and nothing outside is touched.
/// </summary>
internal sealed partial class RunThrough(string instanceId, OrchestratorTable orchestrators, DataConverter converter, ILoggerFactory loggers)
{
    private readonly EpisodeThread _thread = new();
    private readonly RequestLedger _requests = new();
    private readonly List<HistoryEvent> _held = [];
    private OrchestrationContext? _context;
    private ExecutionStarted? _started;
    private Task<object?>? _run;
    private ExecutionTerminated? _terminated;
    private bool _suspended;

    /// <param name="onForeign">Told when the code comes back from something that is not durable after the run-through is over.</param>
    public Outcome Run(IEnumerable<HistoryEvent> committed, IEnumerable<HistoryEvent> news, Action<string> onForeign)
    {
        try
        {
            Take(committed);
            _context?.Replaying = false;
            Take(news);
            return Conclude();
        }
        catch (NonDeterministicOrchestrationException mismatch)
        {
            return Fail(FailureText.Write(NonDeterministicOrchestrationException.OfficialType, mismatch.Message));
        }
        catch (Exception stray)
        {
            return Fail(FailureText.Write(stray));
        }
        finally
        {
            _thread.Close(onForeign);
        }
    }

    private void Take(IEnumerable<HistoryEvent> events)
    {
        foreach (var item in events)
        {
            Take(item);
        }
    }

    private void Take(HistoryEvent item)
    {
        switch (item)
        {
            case ExecutionStarted started:
                _started = started;
                _context = new(instanceId, started, _thread, _requests, converter, loggers);
                break;
            case EpisodeStarted episode: Begin(episode.At); break;
            case Requested past: _requests.Confirm(past); break;
            case ExecutionTerminated terminated: _terminated = terminated; break;
            case ExecutionSuspended: _suspended = true; break;
            case ExecutionResumed: Resume(); break;
            case TimerCanceled: Play(item); break;
            default: (_suspended ? _held.Add : (Action<HistoryEvent>)Play)(item); break;
        }
    }

    private void Play(HistoryEvent item)
    {
        switch (item)
        {
            case Answered answer: _thread.Run(() => _requests.Answer(answer)); break;
            case EventRaised raised: _thread.Run(() => _context!.Events.Deliver(raised)); break;
            default: break;
        }
    }

    private void Resume()
    {
        _suspended = false;
        List<HistoryEvent> held = [.. _held];
        _held.Clear();
        held.ForEach(Play);
    }

    /// <summary>The first episode starts the code, later ones only move its clock.</summary>
    private void Begin(DateTime now)
    {
        _context!.Now = now;
        if (_run is not null || orchestrators.Find(_started!.Name, _started.Version) is not { } code)
        {
            return;
        }

        _thread.Run(() => _run = Started(code));
    }

    private async Task<object?> Started(Func<TaskOrchestrationContext, Task<object?>> code)
    {
        try
        {
            return await code(_context!);
        }
        finally
        {
            if (!_thread.IsCurrent)
            {
                _thread.ReportForeign("The orchestrator ended on another thread, after awaiting something that is not durable.");
            }
        }
    }
}
