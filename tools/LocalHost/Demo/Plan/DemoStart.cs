namespace CxFunctions.LocalHost.Demo.Plan;

/// <summary>What a demo day follows from.</summary>
/// <param name="At">When it begins, on the host's clock.</param>
/// <param name="Seed">Any number.</param>
/// <param name="Size">Transactions, at least 20.</param>
/// <param name="Day">1 for the first in a data folder; people and ids of another day are others.</param>
internal sealed record DemoStart(DateTimeOffset At, int Seed, int Size, int Day)
{
    /// <summary>What happened yesterday must still lie before midnight UTC, see <see cref="Wave.All"/>.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(2);

    private static readonly TimeSpan RunUp = TimeSpan.FromMinutes(3);

    /// <summary>When the clock of a new data folder starts: the last time it was a few minutes before a demo day begins.</summary>
    public static DateTimeOffset ClockStart(DateTimeOffset now)
    {
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(DemoPlan.TimeOfStart), TimeSpan.Zero) - RunUp;
        return today <= now ? today : today.AddDays(-1);
    }

    /// <summary>The next time that a demo day can begin; up to two hours late is now.</summary>
    public static DateTimeOffset Next(DateTimeOffset now)
    {
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(DemoPlan.TimeOfStart), TimeSpan.Zero);
        return today >= now ? today
            : now - today <= Latest ? now
            : today.AddDays(1);
    }
}
