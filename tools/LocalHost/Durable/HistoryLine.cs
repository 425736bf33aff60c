namespace CxFunctions.LocalHost.Durable;

/// <summary>One line of an instance's timeline.</summary>
/// <param name="At">When the engine took note of it, UTC.</param>
/// <param name="What">In words.</param>
/// <param name="Characters">Length of the input, output, payload or failure that goes with it.</param>
public sealed record HistoryLine(DateTime At, string What, int Characters)
{
    internal static IEnumerable<HistoryLine> Of(Instance instance)
    {
        var at = instance.CreatedAt;
        foreach (var item in instance.History)
        {
            at = item is EpisodeStarted episode ? episode.At : at;
            if (item is not EpisodeStarted)
            {
                yield return new(at, Words(item), item.Data?.Length ?? 0);
            }
        }
    }

    private static string Words(HistoryEvent item) => item switch
    {
        ExecutionStarted started => $"{started.Name} {started.Version} started".Replace("  ", " ", StringComparison.Ordinal),
        ExecutionCompleted { Failed: true } => "failed",
        ExecutionCompleted => "completed",
        ExecutionTerminated => "terminated",
        ExecutionSuspended => "suspended",
        ExecutionResumed => "resumed",
        TimerCreated timer => $"#{timer.Id} timer set for {timer.FireAt:u}",
        Requested requested => $"#{requested.Id} {requested.Describe()}",
        TaskFailed or SubOrchestrationFailed => $"#{((Answered)item).Id} failed",
        TimerFired fired => $"#{fired.Id} time came",
        TimerCanceled canceled => $"#{canceled.Id} timer given up",
        Answered answered => $"#{answered.Id} completed",
        EventRaised raised => $"event '{raised.Name}' received",
        EventCarried carried => $"event '{carried.Name}' for {carried.InstanceId} still to be delivered",
        _ => item.GetType().Name,
    };
}
