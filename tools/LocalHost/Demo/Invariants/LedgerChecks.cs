using CxFunctions.Journeys.Ledger;
using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class LedgerChecks
{
    public static Finding AcceptedIsThere(DemoEvidence e) => new(
        $"{e.Accepted.Count} accepted transactions",
        [.. e.Accepted.Where(a => !e.Ledger.ContainsKey(a.JourneyId)).Select(a => $"{a.Source}/{a.TransactionId} has no row")]);

    public static Finding NoneFailed(DemoEvidence e) => new("all orchestrations of the day", [.. e.FailedInstances.Select(id => $"{id} failed")]);

    public static Finding EligibleHasEnded(DemoEvidence e)
    {
        var eligible = e.Ledger.Values.Where(row => row.Reason == LedgerReason.Eligible || row.InviteDueAt is not null).ToList();
        return new(
            $"{eligible.Count} journeys",
            [.. eligible.Where(row => row.EndedAt is null || row.End is null).Select(row => $"{row.TransactionId} has not ended")]);
    }
}
