using CxFunctions.Foundation;

namespace CxFunctions.Alerts;

/// <summary>One reason to tell a manager.</summary>
/// <param name="Id">Derived from rule and cause: the same cause gives the same alert.</param>
/// <param name="Program">Program id.</param>
/// <param name="RuleId">The rule that fired.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="JourneyId">The answer's journey, or null for a score that fell.</param>
/// <param name="OccurredAt">Transaction time, or first instant of the day that fell.</param>
/// <param name="RaisedAt">UTC.</param>
public sealed record Alert(string Id, string Program, string RuleId, string Touchpoint, string? JourneyId, DateTimeOffset OccurredAt, DateTimeOffset RaisedAt)
{
    public static string IdOf(string program, string rule, string cause) => StableId.Of("alert", program, rule, cause);
}
