using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class PoisonChecks
{
    public static Finding None(DemoEvidence e) => new(
        $"{e.Poison.Count} queues",
        [.. e.Poison.Where(queue => queue.Value > 0).Select(queue => $"{queue.Key}: {queue.Value} poison")]);
}
