using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The generation that begins where one continued as new.</summary>
internal static class Generation
{
    public static Instance After(Instance ended, Ending.ContinuedAsNew next)
    {
        var before = ended.Started;
        var first = new ExecutionStarted(before.Name, next.Version, before.Parent) { Data = next.Input, Tags = before.Tags };
        return ended with
        {
            Execution = NewExecution(),
            Version = next.Version,
            Status = OrchestrationRuntimeStatus.Running,
            CustomStatus = ended.CustomStatus,
            Delivered = 0,
            History = HistoryList.From([first, .. Undelivered(ended), .. next.Unread]),
        };
    }

    public static string NewExecution() => Guid.NewGuid().ToString("N")[..16];

    /// <summary>Events sent in the last moments have no history of their own any more, so they go along.</summary>
    private static IEnumerable<EventCarried> Undelivered(Instance ended) => Outgoing.Of(ended)
        .Select(message => (message.Target, Raised: message.Message as RaiseEvent))
        .Where(message => message.Raised?.From is not null)
        .Select(message => new EventCarried(message.Raised!.From!.Execution, message.Raised.From.Number, message.Target, message.Raised.Name) { Data = message.Raised.Data });
}
