namespace CxFunctions.Bench.Morning;

/// <summary>How a night's invitations went out.</summary>
/// <param name="Accepted">Transactions of the night.</param>
/// <param name="Invited">Of them, people who were written to.</param>
/// <param name="Twice">People who were written to more than once.</param>
/// <param name="Early">Messages before their own due time.</param>
/// <param name="OutsideWindow">Messages before the opening, or later than the window's end and <see cref="Tolerance"/>.</param>
/// <param name="BusiestMinute">Messages in the fullest minute.</param>
/// <param name="EvenMinute">What an even minute would have.</param>
/// <param name="LateP50Seconds">After each one's own due time.</param>
/// <param name="LateP99Seconds">Likewise.</param>
/// <param name="LateMaxSeconds">Likewise.</param>
internal sealed record MorningFindings(
    int Accepted, int Invited, int Twice, int Early, int OutsideWindow, int BusiestMinute, double EvenMinute, double LateP50Seconds, double LateP99Seconds, double LateMaxSeconds)
{
    /// <summary>A machine that lags is late for the last of them.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    public bool AreGood => Accepted > 0 && Invited == Accepted && Twice == 0 && Early == 0 && OutsideWindow == 0;

    /// <param name="hours">The morning.</param>
    /// <param name="accepted">Transactions.</param>
    /// <param name="messages">To whom and when.</param>
    /// <param name="due">When each was due, by the ledger.</param>
    public static MorningFindings Of(MorningHours hours, int accepted, IReadOnlyList<(string To, DateTimeOffset At)> messages, IReadOnlyDictionary<string, DateTimeOffset> due)
    {
        var late = messages.Where(m => due.ContainsKey(m.To)).Select(m => (m.At - due[m.To]).TotalSeconds).Order().ToList();
        return new(
            accepted,
            messages.DistinctBy(m => m.To).Count(),
            messages.CountBy(m => m.To).Count(all => all.Value > 1),
            late.Count(seconds => seconds < 0),
            messages.Count(m => m.At < hours.Opening || m.At > hours.End + Tolerance),
            messages.CountBy(m => (int)((m.At - hours.Opening) / TimeSpan.FromMinutes(1))).Select(minute => minute.Value).DefaultIfEmpty().Max(),
            Math.Round(accepted / hours.Spread.TotalMinutes, 1),
            At(late, 0.5),
            At(late, 0.99),
            At(late, 1));
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : Math.Round(sorted[(int)((sorted.Count - 1) * share)], 2);
}
