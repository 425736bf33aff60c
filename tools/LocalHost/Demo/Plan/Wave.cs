using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.LocalHost.Demo.Plan;

/// <summary>A part of the demo's traffic.</summary>
/// <param name="Share">Of all transactions, 0 to 1.</param>
/// <param name="From">Earliest time at which they happen, after the start; below 0 for yesterday.</param>
/// <param name="To">Latest time.</param>
/// <param name="Delay">At most so long after it happened, or after the start if that is later, the CRM delivers.</param>
/// <param name="BadDay">Whether the bank has its bad day then.</param>
/// <param name="Tempers">Who is asked, by weight.</param>
internal sealed record Wave(
    double Share, TimeSpan From, TimeSpan To, TimeSpan Delay, bool BadDay, IReadOnlyList<(Temper Temper, double Weight)> Tempers)
{
    /// <summary>
    /// Yesterday's, which the CRM delivers in the morning, and today's have people of all tempers. Of tomorrow's, everybody
    /// makes up their mind: those who do not would hold the demo open for two days more.
    /// </summary>
    public static readonly IReadOnlyList<Wave> All =
    [
        new(0.27, TimeSpan.FromHours(-24), TimeSpan.FromHours(-16), TimeSpan.FromHours(3), false,
        [
            (Temper.Prompt, 46), (Temper.NeedsReminder, 13), (Temper.Ignores, 15), (Temper.TooLate, 6), (Temper.OptsOutOnPage, 5),
            (Temper.RepliesStop, 4), (Temper.SendsTwice, 6), (Temper.LeavesHalfway, 5),
        ]),
        new(0.50, TimeSpan.Zero, TimeSpan.FromHours(5), TimeSpan.FromMinutes(12), true,
        [
            (Temper.Prompt, 48), (Temper.NeedsReminder, 12), (Temper.Ignores, 18), (Temper.OptsOutOnPage, 5),
            (Temper.RepliesStop, 4), (Temper.SendsTwice, 7), (Temper.LeavesHalfway, 6),
        ]),
        new(0.23, TimeSpan.FromHours(20), TimeSpan.FromHours(45), TimeSpan.FromMinutes(12), false,
        [
            (Temper.Prompt, 80), (Temper.SendsTwice, 11), (Temper.OptsOutOnPage, 9),
        ]),
    ];
}
