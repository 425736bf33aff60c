namespace CxFunctions.Catalog;

internal static class RecipientRules
{
    public static IEnumerable<ProgramError> Check(SurveyProgram program) => program.Recipients.SelectMany(named => Check($"$.recipients.{named.Key}", named.Value));

    private static IEnumerable<ProgramError> Check(string path, Recipient recipient)
    {
        if (recipient.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return new($"{path}.timeZone", $"'{zone}' is not an IANA time zone");
        }
        if (recipient.WorkingHours is not { } hours)
        {
            yield break;
        }
        if (hours.Days.Count == 0 || hours.Days.Distinct().Count() < hours.Days.Count)
        {
            yield return new($"{path}.workingHours.days", "name at least one day, and each once; leave workingHours out for somebody who is told at any hour");
        }
        if (hours.To != TimeOnly.MinValue && hours.From >= hours.To)
        {
            yield return new($"{path}.workingHours", "from must be earlier than to; 00:00 as to means midnight");
        }
    }
}
