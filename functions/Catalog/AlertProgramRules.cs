namespace CxFunctions.Catalog;

internal static class AlertProgramRules
{
    private static readonly TimeSpan LongestThrottle = TimeSpan.FromDays(7);

    public static IEnumerable<ProgramError> Check(SurveyProgram program)
    {
        for (var i = 0; i < program.Alerts.Count; i++)
        {
            foreach (var error in Check($"$.alerts[{i}]", program.Alerts[i], program))
            {
                yield return error;
            }
        }
        if (program.Alerts.Count > 0)
        {
            foreach (var error in ProgramRules.Unique("$.alerts", program.Alerts.Select(a => a.Id)))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<ProgramError> Check(string path, AlertRule rule, SurveyProgram program)
    {
        if (rule.Response is null == rule.Drop is null)
        {
            yield return new(path, "set either response or drop");
        }
        if (rule.Response is { } response && (Scale.Of(response.Metric) is not { } scale || !scale.Holds(response.AtMost)))
        {
            yield return new($"{path}.response", "metric must be nps, csat or ces, and atMost a value of its scale");
        }
        if (rule.Drop is { } drop && (drop.Metric == QuestionKind.Verbatim || drop.Points <= 0 || drop.MinAnswers < 5 || drop.BaselineDays is < 1 or > 90))
        {
            yield return new($"{path}.drop", "metric must be nps, csat or ces, points above 0, minAnswers at least 5, baselineDays 1 to 90");
        }
        if (rule.Case is not null && rule.Response is null)
        {
            yield return new($"{path}.case", "a case belongs to an answer: only with response");
        }
        if (rule.Throttle < TimeSpan.Zero || rule.Throttle > LongestThrottle)
        {
            yield return new($"{path}.throttle", "must lie between PT0S and P7D");
        }
        if (rule.Case is { } policy && !(IsWithin(policy.AcknowledgeWithin) && IsWithin(policy.ResolveWithin)))
        {
            yield return new($"{path}.case", "acknowledgeWithin and resolveWithin must lie between PT1M and P90D");
        }
        foreach (var name in rule.Recipients.Concat(rule.Case?.EscalateTo ?? []).Where(name => !program.Recipients.ContainsKey(name)).Distinct())
        {
            yield return new($"{path}.recipients", $"'{name}' is not among the program's recipients");
        }
        foreach (var id in rule.Touchpoints.Where(id => program.FindTouchpoint(id) is null))
        {
            yield return new($"{path}.touchpoints", $"'{id}' is not among the program's touchpoints");
        }
    }

    private static bool IsWithin(TimeSpan time) => time >= TimeSpan.FromMinutes(1) && time <= TimeSpan.FromDays(90);
}
