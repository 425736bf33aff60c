using System.Text.RegularExpressions;
using CxFunctions.Foundation;

namespace CxFunctions.Catalog;

/// <summary>What a program must keep to beyond its form. Pure; every breach is told, not only the first.</summary>
public static partial class ProgramRules
{
    // Whoever waits longer than a morning is asked about another day.
    private static readonly TimeSpan LongestSpread = TimeSpan.FromHours(4);

    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(48);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestLifeOfTrial = TimeSpan.FromMinutes(1);

    public static IEnumerable<ProgramError> Check(SurveyProgram program) =>
        [.. OfProgram(program), .. Questionnaires(program), .. Touchpoints(program), .. RecipientRules.Check(program), .. AlertProgramRules.Check(program)];

    private static IEnumerable<ProgramError> OfProgram(SurveyProgram p)
    {
        if (!IsId(p.Id))
        {
            yield return new("$.id", IdRule(p.Id));
        }
        if (!Locales.Supported.Contains(p.DefaultLocale))
        {
            yield return new("$.defaultLocale", $"'{p.DefaultLocale}' is none of {string.Join(", ", Locales.Supported)}");
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(p.DefaultTimeZone, out _))
        {
            yield return new("$.defaultTimeZone", $"'{p.DefaultTimeZone}' is not an IANA time zone");
        }
        if (p.DefaultRegion is { } region && !PhoneRegion.IsKnown(region))
        {
            yield return new("$.defaultRegion", $"'{region}' is not the code of a country or territory, for instance PE");
        }
        if (p.ExpiresAfter < (p.Trial ? ShortestLifeOfTrial : ShortestLife) || p.ExpiresAfter > LongestLife)
        {
            yield return new("$.expiresAfter", $"must lie between {(p.Trial ? "PT1M" : "PT1H")} and PT48H");
        }
        if (p.Grace < TimeSpan.Zero || p.Grace > TimeSpan.FromHours(2))
        {
            yield return new("$.grace", "must lie between PT0S and PT2H");
        }
        if (p.Quarantine < TimeSpan.Zero || p.Quarantine > TimeSpan.FromDays(365))
        {
            yield return new("$.quarantine", "must lie between P0D and P365D");
        }
        if (p.WakingHours.Spread < TimeSpan.Zero || p.WakingHours.Spread > LongestSpread || p.WakingHours.Spread > p.WakingHours.To - p.WakingHours.From)
        {
            yield return new("$.wakingHours.spread", "must be from 0 to 4 hours, and no longer than the waking hours are");
        }
        if (p.WakingHours.From >= p.WakingHours.To)
        {
            yield return new("$.wakingHours", "from must be earlier than to");
        }
        if (!IsLinkLife(p.CaseLinks.ExpiresAfter) || !IsLinkLife(p.CaseLinks.ContactShownFor))
        {
            yield return new("$.caseLinks", "expiresAfter and contactShownFor must lie between PT0S and P365D");
        }
        if (p.Dimensions.Count > 3)
        {
            yield return new("$.dimensions", "at most 3");
        }
        if (!AccentColor.ReachesContrastWithWhite(p.Brand.Color))
        {
            yield return new("$.brand.color", $"'{p.Brand.Color}' must be #rrggbb with a contrast of at least 4.5 to 1 against white (WCAG 2.2, 1.4.3)");
        }
    }

    private static IEnumerable<ProgramError> Questionnaires(SurveyProgram p)
    {
        foreach (var error in Unique("$.questionnaires", p.Questionnaires.Select(q => q.Id)))
        {
            yield return error;
        }
        for (var i = 0; i < p.Questionnaires.Count; i++)
        {
            foreach (var error in QuestionnaireRules.Check($"$.questionnaires[{i}]", p.Questionnaires[i]))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<ProgramError> Touchpoints(SurveyProgram p)
    {
        foreach (var error in Unique("$.touchpoints", p.Touchpoints.Select(t => t.Id)))
        {
            yield return error;
        }
        for (var i = 0; i < p.Touchpoints.Count; i++)
        {
            foreach (var error in TouchpointRules.Check($"$.touchpoints[{i}]", p.Touchpoints[i], p))
            {
                yield return error;
            }
        }
    }

    internal static IEnumerable<ProgramError> Unique(string path, IEnumerable<string> ids)
    {
        var all = ids.ToList();
        if (all.Count == 0)
        {
            yield return new(path, "at least one is needed");
        }
        foreach (var id in all.Where(id => !IsId(id)))
        {
            yield return new(path, IdRule(id));
        }
        foreach (var twice in all.GroupBy(id => id).Where(g => g.Count() > 1))
        {
            yield return new(path, $"'{twice.Key}' stands there more than once");
        }
    }

    private static bool IsLinkLife(TimeSpan life) => life >= TimeSpan.Zero && life <= TimeSpan.FromDays(365);

    internal static bool IsId(string id) => Id().IsMatch(id);

    internal static string IdRule(string id) => $"'{id}' must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter";

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Id();
}
