using System.Text.Json.Serialization;

namespace CxFunctions.LocalHost.Durable;

/// <summary>One thing that happened to one instance. The history of an instance is all that the engine knows of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(EpisodeStarted), "episode")]
[JsonDerivedType(typeof(ExecutionStarted), "started")]
[JsonDerivedType(typeof(ExecutionSuspended), "suspended")]
[JsonDerivedType(typeof(ExecutionResumed), "resumed")]
[JsonDerivedType(typeof(ExecutionTerminated), "terminated")]
[JsonDerivedType(typeof(ExecutionCompleted), "ended")]
[JsonDerivedType(typeof(TaskScheduled), "task")]
[JsonDerivedType(typeof(TaskCompleted), "taskOk")]
[JsonDerivedType(typeof(TaskFailed), "taskBad")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(TimerFired), "fired")]
[JsonDerivedType(typeof(TimerCanceled), "unset")]
[JsonDerivedType(typeof(SubOrchestrationCreated), "sub")]
[JsonDerivedType(typeof(SubOrchestrationCompleted), "subOk")]
[JsonDerivedType(typeof(SubOrchestrationFailed), "subBad")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(EventSent), "send")]
[JsonDerivedType(typeof(EventCarried), "carry")]
internal abstract record HistoryEvent
{
    /// <summary>Input, output, payload, reason or failure, as text; null where there is none or where it is spilled.</summary>
    [JsonPropertyName("d")]
    public string? Data { get; init; }

    /// <summary>Where the text is kept when it is too large to stand in the history; see <see cref="SpilledText"/>.</summary>
    [JsonPropertyName("s")]
    public SpilledText? Spilled { get; init; }
}

/// <summary>A text kept beside the history: its rows' common key, and how many rows it takes.</summary>
internal sealed record SpilledText(string Key, int Rows);
