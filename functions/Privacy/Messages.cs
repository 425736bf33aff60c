namespace CxFunctions.Privacy;

/// <summary>Queue <c>opt-outs</c>: somebody said stop by other ways than the page (an SMS with STOP). Idempotent.</summary>
/// <param name="Version">1.</param>
/// <param name="Address">Phone in E.164 or e-mail address as received.</param>
/// <param name="At">UTC.</param>
/// <param name="Origin">How it was said, for instance sms.</param>
public sealed record OptOutReceived(int Version, string Address, DateTimeOffset At, string Origin)
{
    public const int CurrentVersion = 1;
}
