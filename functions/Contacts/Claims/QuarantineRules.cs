namespace CxFunctions.Contacts.Claims;

internal static class QuarantineRules
{
    /// <summary>Whether an earlier invitation by another journey is too fresh for a new one.</summary>
    public static bool KeepsAway(InvitationClaim? last, string journeyId, TimeSpan quarantine, DateTimeOffset now) =>
        last is not null && last.JourneyId != journeyId && now < last.At + quarantine;
}
