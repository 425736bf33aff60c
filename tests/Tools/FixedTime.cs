namespace CxFunctions.Tests.Tools;

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>The instant of the published signature vectors: Tue, 14 Nov 2023 22:13:20 GMT.</summary>
    public static FixedTime OfVectors { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public override DateTimeOffset GetUtcNow() => now;
}
