namespace CxFunctions.Journeys;

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

/// <summary>How a journey ended.</summary>
public enum JourneyEnd
{
    /// <summary>All required answers.</summary>
    Answered,

    /// <summary>Some answers, and the time ran out.</summary>
    PartlyAnswered,
    Expired,
    OptedOut,
    Cancelled,

    /// <summary>No channel reached the contact.</summary>
    Undeliverable,

    /// <summary>Live state spoke against the invitation when its time had come; the ledger row's reason says what.</summary>
    StoppedBeforeInvitation,

    /// <summary>The app itself could not go on with it; the detail says why. It may be taken up again while its time lasts.</summary>
    Failed,
}
