using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Alerts;

/// <summary>Which rules an answer fires. Pure.</summary>
public static class ResponseAlertRules
{
    public static IEnumerable<AlertRule> Fired(SurveyProgram program, ResponseAnalyzed response) =>
        program.Alerts.Where(rule => rule.Response is { } condition && Watches(rule, response.Touchpoint) && Fires(condition, response));

    internal static bool Watches(AlertRule rule, string touchpoint) => rule.Touchpoints.Count == 0 || rule.Touchpoints.Contains(touchpoint);

    private static bool Fires(ResponseCondition condition, ResponseAnalyzed response) =>
        response.Scores.TryGetValue(condition.Metric, out var score)
            && (score <= condition.AtMost || response.Verbatims.Any(v => v.Sentiment == "negative" && v.Negative >= condition.NegativeVerbatim));
}
