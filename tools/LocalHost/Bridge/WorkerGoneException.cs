namespace CxFunctions.LocalHost.Bridge;

/// <summary>The worker has ended, so that nobody answers.</summary>
internal sealed class WorkerGoneException() : Exception("The worker has ended.");
