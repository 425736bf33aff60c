using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>What a manager's action does: the case and its timeline change together.</summary>
public sealed class CaseActions(CaseStore store, WaitingNotices notices, TimeProvider time, ILogger<CaseActions> log)
{
    /// <returns>The case after the action and what became of that, or null where there is no such case.</returns>
    public async Task<(Case Case, CaseVerdict Verdict)?> ApplyAsync(string id, CaseAction action, CancellationToken cancellationToken)
    {
        var (at, verdict) = (time.GetUtcNow(), CaseVerdict.Overtaken);
        var changed = await store.ChangeAsync(
            id,
            current => (verdict = CaseTransitions.Judge(current, action)) == CaseVerdict.Applies
                ? (CaseTransitions.Apply(current, action, at), Line(action, at))
                : null,
            cancellationToken);
        if (changed is null)
        {
            return null;
        }
        log.Acted(id, action.Move, verdict);
        if (verdict != CaseVerdict.Overtaken)
        {
            await DropOutdatedAsync(id, action.Move, cancellationToken);
        }
        return (changed, verdict);
    }

    /// <summary>A notice too many is better than a form that says that it was not saved when it was.</summary>
    private async Task DropOutdatedAsync(string id, CaseMove move, CancellationToken cancellationToken)
    {
        if (CaseNotices.OutdatedBy(move, id) is not { Count: > 0 } outdated)
        {
            return;
        }
        try
        {
            await notices.DropAsync(outdated, $"case {move}", cancellationToken);
        }
        catch (Exception e) when (StorageTrouble.Is(e, CancellationToken.None))
        {
            log.NoticesNotDropped(id, e);
        }
    }

    private static CaseEvent Line(CaseAction action, DateTimeOffset at) => action.Move switch
    {
        CaseMove.Acknowledge => new(at, CaseEventKind.Acknowledged, action.Who, action.Text),
        CaseMove.Assign => new(at, CaseEventKind.Assigned, action.Who, $"To {action.Owner}"),
        CaseMove.Note => new(at, CaseEventKind.Noted, action.Who, action.Text),
        _ => new(at, CaseEventKind.Resolved, action.Who, action.Text),
    };
}
