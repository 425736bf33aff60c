namespace CxFunctions.Journeys.Ledger;

/// <summary>What happens to a survey on its way.</summary>
internal enum JourneyStep
{
    Invited,
    Delivered,
    Reminded,
    Started,
    NotDelivered,
}
