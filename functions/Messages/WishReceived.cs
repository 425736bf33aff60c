namespace CxFunctions.Messages;

/// <summary>Queue <c>wishes</c>: somebody wrote us an SMS that is to be answered. Idempotent by phone and id.</summary>
/// <param name="Version">1.</param>
/// <param name="Wish">Start, help or unclear; a stop goes to Privacy and is not answered.</param>
/// <param name="Phone">E.164.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Id">The service's id of the SMS.</param>
/// <param name="Locale">The language of the word: es, en or pt; null where it tells none.</param>
/// <param name="Tries">How often it could not be answered.</param>
public sealed record WishReceived(int Version, Wish Wish, string Phone, DateTimeOffset At, string Id, string? Locale = null, int Tries = 0)
{
    public const int CurrentVersion = 1;
}
