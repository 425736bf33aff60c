using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>When a manager must hear of it. Either <see cref="Response"/> or <see cref="Drop"/> is set.</summary>
public sealed record AlertRule
{
    [Description("Lower-case letters, digits and hyphens; unique in the program.")]
    public required string Id { get; init; }

    [Description("Fires on one answer.")]
    public ResponseCondition? Response { get; init; }

    [Description("Fires on a score that fell.")]
    public DropCondition? Drop { get; init; }

    [Description("Touchpoints it watches; empty for all.")]
    public IReadOnlyList<string> Touchpoints { get; init; } = [];

    [Description("Names from the program's recipients.")]
    public required IReadOnlyList<string> Recipients { get; init; }

    public IReadOnlyList<Channel> Channels { get; init; } = [Channel.Sms, Channel.Email];

    [Description("At most one alert of this rule a recipient and touchpoint in this time. Those that open no case are counted and told with the next; those that do are told together when the time is over. 0 for none held back; at most 7 days.")]
    public TimeSpan Throttle { get; init; } = TimeSpan.Zero;

    [Description("Recipients are told, and the time of a case runs, at any hour, whatever their working hours.")]
    public bool AtAnyHour { get; init; }

    [Description("Open a case for the answer; only with response.")]
    public CasePolicy? Case { get; init; }
}

/// <summary>An answer that calls for a person: at most this score, or words this negative.</summary>
public sealed record ResponseCondition
{
    [Description("The kind of score that is looked at: nps, csat or ces.")]
    public required QuestionKind Metric { get; init; }

    [Description("Fires at this value and below, on the metric's own scale.")]
    public required int AtMost { get; init; }

    [Description("Fires too when the verbatim is negative with at least this confidence, 0 to 1, whatever the score; null for never.")]
    public double? NegativeVerbatim { get; init; }
}

/// <summary>A day's score that lies this far below the days before it.</summary>
public sealed record DropCondition
{
    public required QuestionKind Metric { get; init; }

    [Description("Points below the baseline; above 0.")]
    public required double Points { get; init; }

    [Description("Answers the day must have; at least 5.")]
    public int MinAnswers { get; init; } = 10;

    [Description("Days of baseline before the day; 1 to 90.")]
    public int BaselineDays { get; init; } = 7;
}

/// <summary>How fast a case must be picked up and closed, and who hears when it is not.</summary>
public sealed record CasePolicy
{
    [Description("Somebody acknowledges within this time, counted while at least one of the rule's recipients is at work. 1 minute to 90 days.")]
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromHours(4);

    [Description("It is closed within this time, counted likewise. 1 minute to 90 days.")]
    public TimeSpan ResolveWithin { get; init; } = TimeSpan.FromHours(24);

    [Description("Recipients who hear when either time has run out.")]
    public IReadOnlyList<string> EscalateTo { get; init; } = [];
}
