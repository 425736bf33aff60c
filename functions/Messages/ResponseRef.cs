namespace CxFunctions.Messages;

/// <summary>Where an answer is stored: partition of the customer, newest transaction first.</summary>
public sealed record ResponseRef(string ContactId, DateTimeOffset OccurredAt, string JourneyId);
