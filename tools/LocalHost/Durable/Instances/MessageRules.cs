using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>What a message adds to the history of an instance: nothing where it is late, repeated or meant for another generation.</summary>
internal static class MessageRules
{
    public static IEnumerable<HistoryEvent> Events(Instance instance, InstanceMessage message, DateTime now)
    {
        if (instance.IsOver)
        {
            return [];
        }

        return message switch
        {
            RaiseEvent raised => [new EventRaised(raised.Name) { Data = raised.Data }],
            ActivityEnded ended when ended.Execution == instance.Execution => Once(instance, ended.Answer),
            SubOrchestrationEnded ended when ended.ParentExecution == instance.Execution => Once(instance, ended.Answer),
            Terminate terminate => [new ExecutionTerminated(terminate.Recursive) { Data = terminate.Output }],
            Suspend suspend when instance.Status != OrchestrationRuntimeStatus.Suspended => [new ExecutionSuspended { Data = suspend.Reason }],
            Resume resume when instance.Status == OrchestrationRuntimeStatus.Suspended => [new ExecutionResumed { Data = resume.Reason }],
            TimeCame or PickUp => instance.History.Timers().Where(timer => timer.FireAt <= now).Select(timer => new TimerFired(timer.Id)),
            _ => [],
        };
    }

    /// <summary>Whether this message of another instance was heard before.</summary>
    public static bool IsRepeated(Instance instance, InstanceMessage message) =>
        From(message) is { } origin && instance.Heard.TryGetValue(origin.Execution, out var last) && origin.Number <= last;

    public static Origin? From(InstanceMessage message) => (message as RaiseEvent)?.From;

    private static IEnumerable<HistoryEvent> Once(Instance instance, Answered answer) =>
        instance.History.Any(item => item is Answered known && known.Id == answer.Id) ? [] : [answer];
}
