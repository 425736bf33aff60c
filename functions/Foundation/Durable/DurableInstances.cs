using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Foundation.Durable;

/// <summary>How functions start orchestrations and tell them things; both may be repeated without harm.</summary>
public static class DurableInstances
{
    /// <summary>Starts an orchestration under an id that has one life: whatever state an instance of that id is in, ended ones too, no second one starts.</summary>
    /// <param name="client">Of the function.</param>
    /// <param name="orchestrator">Its name.</param>
    /// <param name="instanceId">Derived from what the instance is about.</param>
    /// <param name="input">Ids and times; no text, address or token, for the history keeps it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="notBefore">Until then the engine keeps the start, as it does a timer; at once where left out. At most 7 days ahead.</param>
    /// <returns>False where there is one already.</returns>
    public static async Task<bool> StartOnceAsync(
        this DurableTaskClient client, TaskName orchestrator, string instanceId, object input, CancellationToken cancellation, DateTimeOffset? notBefore = null)
    {
        // A start that is kept may come up to a second early, as a timer may.
        var once = new StartOrchestrationOptions(instanceId, notBefore + DurableTimers.Earliness).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, once, cancellation);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.AlreadyExists)
        {
            return false;
        }
    }

    /// <summary>
    /// Tells a waiting orchestration that something happened. What has ended or never was needs to hear nothing more. Between two hosts an
    /// event can be lost or come twice: whoever waits must look at live state when its time comes.
    /// </summary>
    /// <returns>False where nobody was there to hear it.</returns>
    public static async Task<bool> TellAsync(
        this DurableTaskClient client, string instanceId, string eventName, object? payload, CancellationToken cancellation)
    {
        try
        {
            await client.RaiseEventAsync(instanceId, eventName, payload, cancellation);
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            return false;
        }
    }
}
