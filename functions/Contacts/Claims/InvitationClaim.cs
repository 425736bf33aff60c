namespace CxFunctions.Contacts.Claims;

/// <summary>The last invitation of a contact: it keeps others away for the quarantine.</summary>
/// <param name="JourneyId">Who invited.</param>
/// <param name="At">When, UTC.</param>
internal sealed record InvitationClaim(string JourneyId, DateTimeOffset At);
