namespace CxFunctions.Dashboard.SignIn;

/// <summary>Attempts within one window.</summary>
/// <param name="Count">Made so far; refused ones are none.</param>
/// <param name="Until">End of the window, which begins with its first attempt.</param>
public sealed record Attempts(int Count, DateTimeOffset Until);

/// <summary>How many times a key may be tried. Pure.</summary>
public static class AttemptRules
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>From one address: enough for typing errors.</summary>
    public const int MostOfAddress = 5;

    /// <summary>Altogether: who tries from many addresses gets no further than this.</summary>
    public const int MostOfAll = 60;

    /// <param name="before">Null for none.</param>
    /// <param name="most">In a window.</param>
    /// <param name="now">UTC.</param>
    /// <returns>What to write down where the attempt may be made, else how long to wait.</returns>
    public static (Attempts? After, TimeSpan Wait) Next(Attempts? before, int most, DateTimeOffset now) =>
        before is null || before.Until <= now ? (new Attempts(1, now + Window), TimeSpan.Zero)
        : before.Count < most ? (before with { Count = before.Count + 1 }, TimeSpan.Zero)
        : (null, before.Until - now);
}
