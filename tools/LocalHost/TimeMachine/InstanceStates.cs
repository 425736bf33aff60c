using DurableTask.Core;
using DurableTask.Core.History;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>How the state of an instance is made and handed out.</summary>
internal static class InstanceStates
{
    private static readonly DateTime NotCompleted = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc).Date;

    /// <summary>Whether nothing more happens to an instance in this status.</summary>
    public static bool IsEnd(OrchestrationStatus status) => status is
        OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled;

    /// <summary>The state of an execution that has run no step yet.</summary>
    /// <param name="started">The event that starts it.</param>
    /// <param name="status">Pending, or Running where an earlier generation ran.</param>
    /// <param name="now">The product's time, UTC.</param>
    public static OrchestrationState Begun(ExecutionStartedEvent started, OrchestrationStatus status, DateTime now) => new()
    {
        OrchestrationInstance = started.OrchestrationInstance,
        ParentInstance = started.ParentInstance,
        Name = started.Name,
        Version = started.Version,
        Tags = started.Tags,
        Input = started.Input,
        ScheduledStartTime = started.ScheduledStartTime,
        OrchestrationStatus = status,
        CreatedTime = now,
        LastUpdatedTime = now,
        CompletedTime = NotCompleted,
    };

    /// <summary>A copy to hand out: callers change what they are given (the extension's RaiseEvent clears the execution's id).</summary>
    /// <param name="state">The state.</param>
    /// <param name="inputs">Whether its input goes with it.</param>
    /// <param name="outputs">Whether its output and failure go with it.</param>
    public static OrchestrationState Copy(OrchestrationState state, bool inputs = true, bool outputs = true) => new()
    {
        OrchestrationInstance = new OrchestrationInstance
        {
            InstanceId = state.OrchestrationInstance.InstanceId,
            ExecutionId = state.OrchestrationInstance.ExecutionId,
        },
        ParentInstance = state.ParentInstance,
        Name = state.Name,
        Version = state.Version,
        Tags = state.Tags is null ? null : new Dictionary<string, string>(state.Tags),
        Status = state.Status,
        Input = inputs ? state.Input : null,
        Output = outputs ? state.Output : null,
        FailureDetails = outputs ? state.FailureDetails : null,
        ScheduledStartTime = state.ScheduledStartTime,
        OrchestrationStatus = state.OrchestrationStatus,
        CreatedTime = state.CreatedTime,
        LastUpdatedTime = state.LastUpdatedTime,
        CompletedTime = state.CompletedTime,
        Size = state.Size,
        CompressedSize = state.CompressedSize,
    };
}
