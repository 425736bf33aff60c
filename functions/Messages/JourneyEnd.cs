namespace CxFunctions.Messages;

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
