using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Foundation;
using Microsoft.Extensions.Options;

namespace CxFunctions.Cases;

/// <summary>Marks a passed deadline in the case and words the notice about it.</summary>
public sealed class CaseEscalation(ProgramCatalog catalog, IOptions<CxOptions> options, TimeProvider time)
{
    /// <summary>Whether the deadline is marked as passed and the case still waits for what was due.</summary>
    public static bool IsDue(Case c, CaseDeadline deadline) => deadline == CaseDeadline.Acknowledge
        ? c is { State: CaseState.Open, AcknowledgeEscalatedAt: not null }
        : c is { State: not CaseState.Resolved, ResolveEscalatedAt: not null };

    public (Case Next, CaseEvent Event)? Mark(Case c, CaseDeadline deadline)
    {
        var at = time.GetUtcNow();
        return (deadline, c) switch
        {
            (CaseDeadline.Acknowledge, { State: CaseState.Open, AcknowledgeEscalatedAt: null }) =>
                (c with { AcknowledgeEscalatedAt = at }, new CaseEvent(at, CaseEventKind.Escalated, "system", "Nobody picked it up in time.")),
            (CaseDeadline.Resolve, { State: not CaseState.Resolved, ResolveEscalatedAt: null }) =>
                (c with { ResolveEscalatedAt = at }, new CaseEvent(at, CaseEventKind.Escalated, "system", "It was not closed in time.")),
            _ => null,
        };
    }

    public ManagerNotice Notice(Case c, Escalation input) =>
        CaseNotices.Escalated(c, catalog.Get(c.Program), input.EscalateTo, input.Deadline, new Uri(options.Value.Link($"/cases/{c.Token}")));
}
