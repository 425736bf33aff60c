using Microsoft.DurableTask.Client;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Something an instance is told. Each is applied at most once, and answered when what it changed is committed.</summary>
internal abstract record InstanceMessage;

/// <summary>Which message of which generation this is, where another instance sent it.</summary>
internal sealed record Origin(string Execution, int Number);

/// <summary>Begin, from outside.</summary>
/// <param name="Refusing">The states of an existing instance in which it stays as it is and the start fails.</param>
internal sealed record StartNew(ExecutionStarted Started, IReadOnlySet<OrchestrationRuntimeStatus> Refusing) : InstanceMessage;

internal sealed record StartSubOrchestration(ExecutionStarted Started) : InstanceMessage;

internal sealed record RaiseEvent(string Name, string? Data, Origin? From = null) : InstanceMessage;

internal sealed record ActivityEnded(string Execution, Answered Answer) : InstanceMessage;

internal sealed record SubOrchestrationEnded(string ParentExecution, Answered Answer) : InstanceMessage;

internal sealed record Terminate(string? Output, bool Recursive) : InstanceMessage;

internal sealed record Suspend(string? Reason) : InstanceMessage;

internal sealed record Resume(string? Reason) : InstanceMessage;

/// <summary>The instance's time is near: it changes nothing, but the instance is read into memory.</summary>
internal sealed record TimeComes : InstanceMessage;

/// <summary>Some of the instance's time has come.</summary>
internal sealed record TimeCame : InstanceMessage;

/// <summary>The engine begins and the instance has unfinished work.</summary>
internal sealed record PickUp : InstanceMessage;

/// <summary>So many of the messages of this generation have arrived.</summary>
internal sealed record MessagesArrived(string Execution, int Count) : InstanceMessage;

/// <summary>The code of this generation came back from something that is not durable.</summary>
internal sealed record CameBackForeign(string Execution, string Why) : InstanceMessage;

/// <summary>Forget everything of the instance, if it is over and has told everyone.</summary>
internal sealed record Purge : InstanceMessage
{
    /// <summary>Set before the receipt is.</summary>
    public bool IsDone { get; set; }
}
