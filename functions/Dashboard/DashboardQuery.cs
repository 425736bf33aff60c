using CxFunctions.Catalog;
using CxFunctions.Rollups;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Dashboard;

/// <summary>What somebody wants to see. Whatever the address says wrongly falls back to what there is.</summary>
/// <param name="Program">Of the catalog.</param>
/// <param name="Touchpoint">Null for all.</param>
/// <param name="Grain">Width of the chart's buckets; decides how far back it looks.</param>
public sealed record DashboardQuery(SurveyProgram Program, Touchpoint? Touchpoint, Grain Grain)
{
    /// <summary>Whether every open case is listed, and not the most urgent alone.</summary>
    public bool AllCases { get; init; }

    public string TouchpointKey => Touchpoint?.Id ?? RollupKey.All;

    /// <summary>Buckets shown, the current one included.</summary>
    public int Buckets => Grain switch
    {
        Grain.Hour => 48,
        Grain.Day => 30,
        _ => 12,
    };

    /// <summary>
    /// Buckets that each point of the chart looks back over, its own included. An hour alone has too few answers to say anything: there each
    /// point is the score of the 24 hours up to it.
    /// </summary>
    public int Trailing => Grain == Grain.Hour ? 24 : 1;

    public string Span => Grain switch
    {
        Grain.Hour => "last 48 hours",
        Grain.Day => "last 30 days",
        _ => "last 12 months",
    };

    public static DashboardQuery Of(IQueryCollection query, ProgramCatalog catalog)
    {
        var program = catalog.Find(query["program"].ToString()) ?? catalog.All.First();
        var grain = Enum.TryParse<Grain>(query["grain"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : Grain.Hour;
        return new DashboardQuery(program, program.FindTouchpoint(query["touchpoint"].ToString()), grain) { AllCases = query["cases"] == "all" };
    }

    /// <summary>Of the program's time zone: what the page calls an hour or a day.</summary>
    public ProgramCalendar Calendar => ProgramCalendar.Of(Program);

    /// <summary>First instant of each bucket shown, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> BucketsUntil(DateTimeOffset now) => Calendar.Until(Grain, now, Buckets);

    /// <summary>Those, and the earlier ones that the first of them looks back over.</summary>
    public IReadOnlyList<DateTimeOffset> CountedUntil(DateTimeOffset now) => Calendar.Until(Grain, now, Buckets + Trailing - 1);

    /// <summary>The metrics that the questionnaires in question ask for, in the order of the catalog.</summary>
    public IReadOnlyList<QuestionKind> Metrics =>
        [.. (Touchpoint is null ? Program.Touchpoints : [Touchpoint])
            .SelectMany(t => Program.QuestionnaireOf(t).Questions)
            .Select(q => q.Kind)
            .Where(k => Scale.Of(k) is not null)
            .Distinct()
            .Order()];
}
