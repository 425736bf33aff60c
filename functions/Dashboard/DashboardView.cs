using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;
using CxFunctions.Spending;

namespace CxFunctions.Dashboard;

/// <summary>All that the page shows, read at one moment.</summary>
public sealed record DashboardView
{
    public required DashboardQuery Query { get; init; }

    public required IReadOnlyCollection<SurveyProgram> Programs { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required IReadOnlyList<ScoreSeries> Series { get; init; }

    /// <summary>Everything counted in the time shown.</summary>
    public required Rollup Total { get; init; }

    public required IReadOnlyList<Breakdown> Breakdowns { get; init; }

    public required LatestWords Words { get; init; }

    public required MostUrgentCases Cases { get; init; }

    public required IReadOnlyList<Spend> Spends { get; init; }

    /// <summary>Whether rollups are still being counted after a change of the program's zone: older ones may be incomplete.</summary>
    public bool CountedAnew { get; init; }
}

/// <summary>The time shown, by the values of one dimension.</summary>
/// <param name="Dimension">"channel" or a declared one.</param>
/// <param name="Values">Those with the most answers first.</param>
/// <param name="TooMany">Whether there is more than a page reads; then none are shown, for their order would be by chance.</param>
public sealed record Breakdown(string Dimension, IReadOnlyList<Rollup> Values, bool TooMany = false);

/// <summary>What customers wrote last.</summary>
/// <param name="Verbatims">Newest first.</param>
/// <param name="Among">Newest answers that were looked through, with or without words, where there are more of them; null where all were.</param>
public sealed record LatestWords(IReadOnlyList<AnalyzedVerbatim> Verbatims, int? Among);

/// <summary>What today has cost of what it may cost, in the unit that is billed.</summary>
public sealed record Spend(SpendKind Kind, int Units, int Cap);
