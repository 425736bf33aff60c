using CxFunctions.Contacts;
using CxFunctions.Journeys.Ledger;

namespace CxFunctions.Journeys.Decisions;

internal static class LedgerReasons
{
    /// <summary>What stands in the ledger for what forbids a message. Who was erased, or has only addresses that do not exist, has none.</summary>
    public static LedgerReason Of(ReachObstacle obstacle) => obstacle switch
    {
        ReachObstacle.Suppressed => LedgerReason.Suppressed,
        ReachObstacle.NoConsent => LedgerReason.NoConsent,
        _ => LedgerReason.NoAddress,
    };
}
