namespace CxFunctions.Contacts.Phones;

/// <summary>An invitation that went to a phone.</summary>
/// <param name="JourneyId">See <see cref="JourneyIds"/>.</param>
/// <param name="ContactId">Whose phone it was then.</param>
/// <param name="Program">In whose name.</param>
/// <param name="Locale">es, en or pt.</param>
/// <param name="OccurredAt">Of the transaction, UTC.</param>
public sealed record PhoneInvitation(string JourneyId, string ContactId, string Program, string Locale, DateTimeOffset OccurredAt);
