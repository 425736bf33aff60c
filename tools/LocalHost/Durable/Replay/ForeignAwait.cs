namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// An orchestrator awaited something that is not durable. The official engine leaves such an instance hanging without a word;
/// this one ends it and says why.
/// </summary>
internal static class ForeignAwait
{
    public const string Type = "System.InvalidOperationException";

    public const string NothingToWaitFor =
        "The orchestrator waits, but neither for an activity, a timer, a sub-orchestration nor an event: it awaited something that is not durable.";
}
