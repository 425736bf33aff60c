namespace CxFunctions.Messages;

/// <summary>How far a transaction came in fieldwork. Each is counted on its own; none implies another.</summary>
public enum FieldworkStage
{
    Received,
    Eligible,
    Invited,
    Delivered,
    Reminded,
    Started,
    Answered,
    Expired,
    OptedOut,
    Cancelled,
    Undeliverable,

    /// <summary>The app could not go on with the survey.</summary>
    Failed,
}
