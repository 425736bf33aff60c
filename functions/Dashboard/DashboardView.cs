using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Rollups;
using CxFunctions.Sentiment;

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

    public required IReadOnlyList<AnalyzedVerbatim> Verbatims { get; init; }

    /// <summary>The most urgent first.</summary>
    public required IReadOnlyList<CaseSummary> Cases { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int OpenCases { get; init; }

    public required IReadOnlyList<Spend> Spends { get; init; }

    /// <summary>Whether rollups are still being counted after a change of the program's zone: older ones may be incomplete.</summary>
    public bool CountedAnew { get; init; }
}

/// <summary>The time shown, by the values of one dimension.</summary>
public sealed record Breakdown(string Dimension, IReadOnlyList<Rollup> Values);

/// <summary>What today has cost of what it may cost, in the unit that is billed.</summary>
public sealed record Spend(SpendKind Kind, int Units, int Cap);
