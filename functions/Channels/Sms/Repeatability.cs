namespace CxFunctions.Channels.Sms;

/// <summary>What makes an SMS repeatable: the service takes the same id from the same moment once, and answers a repetition as it answered the first.</summary>
/// <param name="RequestId">The same for every attempt of one send.</param>
/// <param name="FirstSent">When the send was first intended, UTC; the same for every attempt.</param>
public sealed record Repeatability(Guid RequestId, DateTimeOffset FirstSent)
{
    private static readonly AsyncLocal<Repeatability?> Ambient = new();

    /// <summary>What the call under way must carry; null outside a scope.</summary>
    public static Repeatability? Current => Ambient.Value;

    /// <summary>Calls made until the scope is disposed carry these values.</summary>
    public IDisposable Begin()
    {
        var outer = Ambient.Value;
        Ambient.Value = this;
        return new Scope(outer);
    }

    private sealed class Scope(Repeatability? outer) : IDisposable
    {
        public void Dispose() => Ambient.Value = outer;
    }
}
