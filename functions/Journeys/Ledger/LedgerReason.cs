namespace CxFunctions.Journeys.Ledger;

/// <summary>Why a transaction was or was not surveyed. Names are part of the API.</summary>
public enum LedgerReason
{
    /// <summary>It may be surveyed; a journey was started.</summary>
    Eligible,
    UnknownProgram,
    UnknownTouchpoint,

    /// <summary>Too old: too little of its life is left for delay and waking hours.</summary>
    TooOld,

    /// <summary>Dated more than a few minutes into the future.</summary>
    InFuture,
    NoConsent,
    NoAddress,
    Suppressed,
    Quarantined,
    NotSampled,

    /// <summary>The CRM took it back before anybody was invited.</summary>
    Cancelled,

    /// <summary>It broke a rule when it came in; the detail says which. Sent again as it should be, it is decided about as if it came for the first time.</summary>
    Refused,
}
