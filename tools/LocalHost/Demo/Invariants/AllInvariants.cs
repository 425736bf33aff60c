using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

/// <summary>Every promise of the product that a demo day can check.</summary>
internal static class AllInvariants
{
    private static readonly IReadOnlyList<(string Name, Func<DemoEvidence, Finding> Check)> Checks =
    [
        ("every accepted transaction has its ledger row", LedgerChecks.AcceptedIsThere),
        ("every eligible transaction has a journey that ended", LedgerChecks.EligibleHasEnded),
        ("nobody is asked twice for one transaction", MessageChecks.AskedOnce),
        ("nobody hears from us after opting out", OptOutChecks.SilentAfterwards),
        ("every opt-out is stored", OptOutChecks.Stored),
        ("surveys go out in waking hours only", MessageChecks.InWakingHours),
        ("no survey goes out after expiry", MessageChecks.BeforeExpiry),
        ("every answer that the page called saved is stored as given", AnswerChecks.SavedIsStored),
        ("no answer is taken after expiry and grace", AnswerChecks.LateIsRefused),
        ("every stored answer is in the hours exactly once", RollupChecks.CountedOnce),
        ("days are the sums of their hours", RollupChecks.DaysAreHours),
        ("every answer that calls for a case has one", CaseChecks.CaseForEach),
        ("no case is past its time without escalation", CaseChecks.Escalated),
        ("no orchestration fails", LedgerChecks.NoneFailed),
        ("no message is poison", PoisonChecks.None),
        ("no phone number or e-mail address stands in a stored verbatim", MaskingChecks.NothingPersonal),
    ];

    public static IReadOnlyList<InvariantResult> Check(DemoEvidence evidence) => [.. Checks.Select(invariant =>
    {
        var finding = invariant.Check(evidence);
        return new InvariantResult(invariant.Name, finding.Breaches.Count == 0, finding.Detail);
    })];
}
