using Microsoft.DurableTask;

namespace CxFunctions.Foundation.Durable;

/// <summary>
/// How often orchestrations try an activity. One layer owns retry, and it is this one: activities are idempotent, and the clients below them
/// only bridge seconds. Every policy ends; what an orchestration does then stands where it calls. Each instance has a pace of its own, a fifth more or
/// less: those that failed together do not come back together.
/// </summary>
public static class DurableRetry
{
    /// <summary>What only needs our own storage: 5 s, doubling to 5 min, 60 tries; about 4 h 40 min.</summary>
    public static TaskOptions OverStorageOutage(string instanceId) => Policy(instanceId, attempts: 60, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

    /// <summary>What needs a message service: 15 s, doubling to 30 min, 20 tries; about 6 h 30 min.</summary>
    public static TaskOptions OverServiceOutage(string instanceId) => Policy(instanceId, attempts: 20, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(30));

    private static TaskOptions Policy(string instanceId, int attempts, TimeSpan first, TimeSpan atMost)
    {
        var pace = 0.8 + (0.4 * StableLot.Of("retry:" + instanceId));
        return TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, first * pace, backoffCoefficient: 2, maxRetryInterval: atMost * pace));
    }
}
