namespace CxFunctions.Catalog;

internal static class TouchpointRules
{
    public static IEnumerable<ProgramError> Check(string path, Touchpoint touchpoint, SurveyProgram program)
    {
        if (program.Questionnaires.All(q => q.Id != touchpoint.Questionnaire))
        {
            yield return new($"{path}.questionnaire", $"'{touchpoint.Questionnaire}' is not among the program's questionnaires");
        }
        if (touchpoint.Delay < TimeSpan.Zero || touchpoint.Delay > TimeSpan.FromHours(24))
        {
            yield return new($"{path}.delay", "must lie between PT0S and PT24H");
        }
        if (touchpoint.ReminderAfter is { } reminder && (reminder <= TimeSpan.Zero || touchpoint.Delay + reminder >= program.ExpiresAfter))
        {
            yield return new($"{path}.reminderAfter", "must be positive and, after the delay, end before the survey expires");
        }
        if (touchpoint.Channels.Count == 0 || touchpoint.Channels.Distinct().Count() != touchpoint.Channels.Count)
        {
            yield return new($"{path}.channels", "name at least one channel, each once");
        }
        if (touchpoint.Sampling is < 0 or > 1 or double.NaN)
        {
            yield return new($"{path}.sampling", "must lie between 0 and 1");
        }
        foreach (var (name, text) in new[] { ("sms", touchpoint.Invitation.Sms), ("reminderSms", touchpoint.Invitation.ReminderSms) })
        {
            foreach (var (locale, _) in text.All.Where(t => !t.Text.Contains("{link}", StringComparison.Ordinal)))
            {
                yield return new($"{path}.invitation.{name}.{locale}", "must hold {link}");
            }
        }
    }
}
