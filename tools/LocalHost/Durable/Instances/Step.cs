using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// What some messages make of an instance: the next instance, to be committed whole or not at all. Pure but for the
/// orchestrator's code, which is to be.
/// </summary>
internal sealed class Step(OrchestratorTable orchestrators, DataConverter converter, ILoggerFactory loggers)
{
    /// <summary>Beyond this the oldest senders are forgotten; a message so late is not to be expected from a living sender.</summary>
    private const int SendersRemembered = 500;

    public Instance Take(Instance instance, IReadOnlyList<InstanceMessage> messages, DateTime now, Action<string, string> onForeign)
    {
        var (news, heard, foreign) = Read(instance, messages, now);
        var next = instance with { Heard = heard, Delivered = Arrived(instance, messages) };
        if (instance.IsOver)
        {
            return next;
        }

        if (foreign is not null)
        {
            return Close(next with { UpdatedAt = now }, news, OrchestrationRuntimeStatus.Failed, new ExecutionCompleted(Failed: true) { Data = FailureText.Write(ForeignAwait.Type, foreign) });
        }

        var begins = !instance.HasBegun && !(instance.Started.StartAt > now);
        var waits = !instance.HasBegun && !begins && !news.Any(item => item is ExecutionTerminated);
        if (news.Count == 0 && !begins)
        {
            return next;
        }

        if (waits)
        {
            return next with { History = instance.History.Append(news), UpdatedAt = now };
        }

        news.Insert(0, new EpisodeStarted(EpisodeTime(instance, now)));
        var outcome = new RunThrough(instance.Id, orchestrators, converter, loggers)
            .Run(instance.History, news, why => onForeign(instance.Execution, why));
        return Apply(next with { UpdatedAt = now, CustomStatus = outcome.CustomStatus }, news, outcome);
    }

    private static (List<HistoryEvent> News, IReadOnlyDictionary<string, int> Heard, string? Foreign) Read(
        Instance instance, IReadOnlyList<InstanceMessage> messages, DateTime now)
    {
        List<HistoryEvent> news = [];
        var current = instance;
        string? foreign = null;
        foreach (var message in messages)
        {
            if (MessageRules.IsRepeated(current, message))
            {
                continue;
            }

            foreign = message is CameBackForeign back && back.Execution == instance.Execution ? back.Why : foreign;
            foreach (var item in MessageRules.Events(current, message, now))
            {
                if (!(item is Answered answer && news.Any(other => other is Answered known && known.Id == answer.Id)))
                {
                    news.Add(item);
                    current = item switch
                    {
                        ExecutionSuspended => current with { Status = OrchestrationRuntimeStatus.Suspended },
                        ExecutionResumed => current with { Status = OrchestrationRuntimeStatus.Running },
                        _ => current,
                    };
                }
            }

            if (MessageRules.From(message) is { } origin)
            {
                current = current with { Heard = Remember(current.Heard, origin) };
            }
        }

        return (news, current.Heard, foreign);
    }

    private static Dictionary<string, int> Remember(IReadOnlyDictionary<string, int> heard, Origin origin)
    {
        var kept = heard.Count >= SendersRemembered ? heard.Skip(heard.Count - SendersRemembered + 1) : heard;
        return new(kept.Where(sender => sender.Key != origin.Execution)) { [origin.Execution] = origin.Number };
    }

    private static int Arrived(Instance instance, IReadOnlyList<InstanceMessage> messages) => messages.OfType<MessagesArrived>()
        .Where(arrived => arrived.Execution == instance.Execution).Select(arrived => arrived.Count).Append(instance.Delivered).Max();

    /// <summary>Never earlier than the episode before, whatever the machine's clock did.</summary>
    private static DateTime EpisodeTime(Instance instance, DateTime now)
    {
        var last = instance.History.OfType<EpisodeStarted>().LastOrDefault()?.At ?? DateTime.MinValue;
        return now > last ? now : last;
    }

    private static Instance Apply(Instance next, List<HistoryEvent> news, Outcome outcome)
    {
        HistoryEvent[] all = [.. news, .. outcome.News];
        return outcome.End switch
        {
            Ending.Completed done => Close(next, all, OrchestrationRuntimeStatus.Completed, new ExecutionCompleted(Failed: false) { Data = done.Output }),
            Ending.Failed failed => Close(next, all, OrchestrationRuntimeStatus.Failed, new ExecutionCompleted(Failed: true) { Data = failed.Failure }),
            Ending.Terminated => Close(next, all, OrchestrationRuntimeStatus.Terminated, null),
            Ending.ContinuedAsNew again => Generation.After(next with { History = next.History.Append(all) }, again),
            _ => next with
            {
                History = next.History.Append(all),
                Status = outcome.Suspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
            },
        };
    }

    private static Instance Close(Instance next, IReadOnlyCollection<HistoryEvent> news, OrchestrationRuntimeStatus status, HistoryEvent? last) =>
        next with { Status = status, History = next.History.Append(last is null ? news : [.. news, last]) };
}
