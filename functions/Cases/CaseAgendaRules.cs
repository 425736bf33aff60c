namespace CxFunctions.Cases;

/// <summary>What a case calls for at an instant. Pure.</summary>
public static class CaseAgendaRules
{
    /// <summary>
    /// An open case is looked at this often even where nothing is heard of it: what a manager did reaches the customer within this time when the
    /// event about it was lost.
    /// </summary>
    public static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <summary>The deadline that has passed without what was due, and of which nobody above has been told. Once both have passed only the later one is news.</summary>
    public static CaseDeadline? Missed(Case c, DateTimeOffset at) => c switch
    {
        { IsOpen: true, ResolveEscalatedAt: null } when at >= c.ResolveBy => CaseDeadline.Resolve,
        { State: CaseState.Open, AcknowledgeEscalatedAt: null } when at >= c.AcknowledgeBy && at < c.ResolveBy => CaseDeadline.Acknowledge,
        _ => null,
    };

    /// <param name="c">As it stands, escalations of this instant included; null where it was erased: there is nobody left to tell.</param>
    /// <param name="at">UTC.</param>
    /// <param name="opensAt">When the customer may next be told; <paramref name="at"/> itself in waking hours.</param>
    public static CaseAgenda Of(Case? c, DateTimeOffset at, DateTimeOffset opensAt) => c switch
    {
        null => CaseAgenda.Done,
        { IsOpen: true } => new(false, Earliest(at + Pace, Ahead(c, at)).UtcDateTime),
        { WordBackState: not WordBackState.Waiting } => CaseAgenda.Done,
        _ when opensAt <= at => new(true, null),
        _ => new(false, opensAt.UtcDateTime),
    };

    /// <summary>Deadlines that are still to come.</summary>
    private static IEnumerable<DateTimeOffset> Ahead(Case c, DateTimeOffset at) =>
        new[] { c.State == CaseState.Open ? c.AcknowledgeBy : c.ResolveBy, c.ResolveBy }.Where(by => by > at);

    private static DateTimeOffset Earliest(DateTimeOffset latest, IEnumerable<DateTimeOffset> others) => others.Append(latest).Min();
}
