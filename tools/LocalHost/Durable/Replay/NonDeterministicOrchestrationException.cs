namespace CxFunctions.LocalHost.Durable;

/// <summary>An orchestrator's code did something else than what its history says it did.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message)
{
    /// <summary>The type that the official engine reports.</summary>
    public const string OfficialType = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";
}
