using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class CaseChecks
{
    /// <summary>Real seconds from a deadline to its escalation being written down.</summary>
    private const int Underway = 5;

    /// <summary>By score alone: whether words were negative enough is the language service's judgement.</summary>
    public static Finding CaseForEach(DemoEvidence e)
    {
        var wanted = e.Responses.Values
            .SelectMany(r => e.Catalog.Get(r.Program).Alerts
                .Where(rule => rule is { Response: not null, Case: not null } && (rule.Touchpoints.Count == 0 || rule.Touchpoints.Contains(r.Touchpoint)))
                .Where(rule => r.Scores.TryGetValue(rule.Response!.Metric, out var score) && score <= rule.Response.AtMost)
                .Select(rule => (r.Ref.JourneyId, RuleId: rule.Id, r.TransactionId)))
            .ToList();
        var cases = e.Cases.GroupBy(c => (c.Response.JourneyId, c.RuleId)).ToDictionary(g => g.Key, g => g.Count());
        return new(
            $"{wanted.Count} answers at or below an alert's score, {e.Cases.Count} cases",
            [
                .. wanted.Where(w => !cases.ContainsKey((w.JourneyId, w.RuleId))).Select(w => $"{w.TransactionId}: no case by {w.RuleId}"),
                .. cases.Where(c => c.Value > 1).Select(c => $"{c.Key.JourneyId}: {c.Value} cases by {c.Key.RuleId}"),
            ]);
    }

    public static Finding Escalated(DemoEvidence e)
    {
        var latest = e.Now - (Underway * e.RealSecond);
        return new(
            $"{e.Cases.Count} cases",
            [
                .. e.Cases.Where(c => (c.AcknowledgedAt ?? latest) > c.AcknowledgeBy + (Underway * e.RealSecond) && c.AcknowledgeEscalatedAt is null)
                    .Select(c => $"{c.Id}: not picked up in time, not escalated"),
                .. e.Cases.Where(c => (c.ResolvedAt ?? latest) > c.ResolveBy + (Underway * e.RealSecond) && c.ResolveEscalatedAt is null)
                    .Select(c => $"{c.Id}: not closed in time, not escalated"),
            ]);
    }
}
