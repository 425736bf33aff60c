namespace CxFunctions.LocalHost.Durable;

/// <summary>What a history says is still under way.</summary>
internal static class OpenWork
{
    public static IEnumerable<TaskScheduled> Activities(this IEnumerable<HistoryEvent> history) => Open<TaskScheduled>(history);

    public static IEnumerable<TimerCreated> Timers(this IEnumerable<HistoryEvent> history) => Open<TimerCreated>(history);

    public static IEnumerable<SubOrchestrationCreated> SubOrchestrations(this IEnumerable<HistoryEvent> history) =>
        Open<SubOrchestrationCreated>(history);

    private static IEnumerable<T> Open<T>(IEnumerable<HistoryEvent> history)
        where T : Requested
    {
        var open = new Dictionary<int, T>();
        foreach (var item in history)
        {
            switch (item)
            {
                case T requested: open[requested.Id] = requested; break;
                case Answered answered: open.Remove(answered.Id); break;
                default: break;
            }
        }

        return open.Values.OrderBy(requested => requested.Id);
    }
}
