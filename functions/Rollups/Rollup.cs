using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Rollups;

public enum Grain
{
    Hour,
    Day,
    Month,
}

/// <summary>What a series of rollups is about.</summary>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id, or <see cref="All"/>.</param>
/// <param name="Dimension">"channel", a declared dimension, or <see cref="All"/> for no breakdown.</param>
/// <param name="Value">The dimension's value; <see cref="All"/> with no breakdown.</param>
/// <param name="Grain">Width of a bucket, in the program's time zone.</param>
public sealed record RollupKey(string Program, string Touchpoint, string Dimension, string Value, Grain Grain)
{
    public const string All = "*";
    public const string Channel = "channel";

    public static RollupKey Total(string program, string touchpoint, Grain grain) => new(program, touchpoint, All, All, grain);
}

/// <summary>The numbers of one bucket. Scores are computed from the counts whenever they are asked for, never stored.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Bucket">First instant of the bucket, in UTC; see <see cref="ProgramCalendar"/>.</param>
/// <param name="Counts">What was counted.</param>
public sealed record Rollup(RollupKey Key, DateTimeOffset Bucket, RollupCounts Counts)
{
    public int Promoters => Counts.Histogram(QuestionKind.Nps).Skip(9).Sum();

    public int Passives => Counts.Histogram(QuestionKind.Nps).Skip(7).Take(2).Sum();

    public int Detractors => Counts.Histogram(QuestionKind.Nps).Take(7).Sum();

    /// <summary>Answers to the metric's question.</summary>
    public int N(QuestionKind metric) => Counts.Histogram(metric).Sum();

    /// <summary>The score with n and 95 % interval, or null without answers; see <see cref="RollupStatistics"/>.</summary>
    public MetricScore? ScoreOf(QuestionKind metric) => metric switch
    {
        QuestionKind.Nps => RollupStatistics.Nps(Promoters, Passives, Detractors),
        QuestionKind.Csat => RollupStatistics.Share(Counts.Histogram(metric).Skip(3).Sum(), N(metric)),
        QuestionKind.Ces => RollupStatistics.Share(Counts.Histogram(metric).Skip(4).Sum(), N(metric)),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "A verbatim has no score."),
    };

    /// <summary>
    /// Answered of invited, in percent, or null where nobody was invited. The news of an answer may overtake that of its
    /// invitation; until both are there the rate stays at 100 %.
    /// </summary>
    public MetricScore? ResponseRate =>
        RollupStatistics.Share(
            Math.Min(Counts.Of(FieldworkStage.Answered), Counts.Of(FieldworkStage.Invited)),
            Counts.Of(FieldworkStage.Invited));
}
