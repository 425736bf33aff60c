using CxFunctions.Catalog;
using CxFunctions.Foundation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Cases;

/// <summary>
/// Tells those above that a deadline has passed, once for each. Told first and marked after: a crash in between tells again, under the same
/// id, and nobody hears it twice.
/// </summary>
public sealed class CaseEscalation(CaseStore store, ProgramCatalog catalog, QueueSender queues, IOptions<CxOptions> options, ILogger<CaseEscalation> log)
{
    public async Task<Case?> EscalateAsync(Case c, CaseDeadline deadline, IReadOnlyList<string> escalateTo, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var notice in CaseNotices.Escalated(c, catalog.Get(c.Program), escalateTo, deadline, options.Value))
        {
            await queues.SendAsync(QueueNames.Notices, notice, cancellationToken: cancellationToken);
        }
        if (escalateTo.Count == 0)
        {
            log.NobodyAbove(c.Id, deadline);
        }
        log.Escalated(c.Id, deadline);
        return await store.ChangeAsync(c.Id, current => Mark(current, deadline, at), cancellationToken);
    }

    /// <returns>Null where the case moved in the last moment or was marked before.</returns>
    internal static (Case Next, CaseEvent Event)? Mark(Case c, CaseDeadline deadline, DateTimeOffset at) => (deadline, c) switch
    {
        (CaseDeadline.Acknowledge, { State: CaseState.Open, AcknowledgeEscalatedAt: null }) =>
            (c with { AcknowledgeEscalatedAt = at }, new CaseEvent(at, CaseEventKind.Escalated, "system", "Nobody picked it up in time.")),
        (CaseDeadline.Resolve, { State: not CaseState.Resolved, ResolveEscalatedAt: null }) =>
            (c with { ResolveEscalatedAt = at }, new CaseEvent(at, CaseEventKind.Escalated, "system", "It was not closed in time.")),
        _ => null,
    };
}
