using CxFunctions.Foundation.Poison;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.Operations;

/// <summary>What the operations page shows.</summary>
public sealed record HostState(
    DateTimeOffset Now, double Speed, string Storage, string DurableBackEnd, long MemoryMiB, IReadOnlyList<InstanceCount> Instances,
    IReadOnlyList<QueueState> Queues, IReadOnlyList<TimerState> Timers, IReadOnlyList<FunctionState> Functions, FunctionKeyState Keys);

/// <summary>How many instances are in a state.</summary>
public sealed record InstanceCount(OrchestrationRuntimeStatus Status, int Count);

/// <summary>A queue that a function reads. Depth counts hidden messages too, as the storage does.</summary>
public sealed record QueueState(string Name, string Function, int Depth, int Running, int Poison);

/// <summary>A message that was given up, and why, where the app has written it down.</summary>
public sealed record PoisonState(string MessageId, DateTimeOffset? Since, string Function, PoisonReason? Reason);

/// <summary>A timer; times are the product's.</summary>
public sealed record TimerState(string Function, string Schedule, DateTimeOffset? Last, DateTimeOffset Next);

/// <summary>A function, and what starts it.</summary>
public sealed record FunctionState(string Name, string Trigger, string? Key);

/// <summary>The keys of the whole app.</summary>
public sealed record FunctionKeyState(string Host, string Master);
