namespace CxFunctions.Messages;

/// <summary>Queue <c>opt-outs</c>: somebody said stop by other ways than the page (an SMS with STOP), or an address does not exist. Idempotent.</summary>
/// <param name="Version">1.</param>
/// <param name="Address">Phone in E.164 or e-mail address as received.</param>
/// <param name="At">UTC.</param>
/// <param name="Origin">One of <see cref="SuppressionOrigins"/>.</param>
public sealed record OptOutReceived(int Version, string Address, DateTimeOffset At, string Origin)
{
    public const int CurrentVersion = 1;
}
