using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Bench.Journeys;

/// <summary>A journey that waits as those of the app do, for an answer or for its time, and says when it was woken.</summary>
public static class WaitingFunctions
{
    public const string Name = "Waits";

    [Function(Name)]
    public static async Task<object> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(context.GetInput<DateTime>(), stop.Token);
        var answer = context.WaitForExternalEvent<int>("Answer");
        if (await Task.WhenAny(timer, answer) == timer)
        {
            return context.CurrentUtcDateTime;
        }

        stop.Cancel();
        return await answer;
    }
}
