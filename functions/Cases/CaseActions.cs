using CxFunctions.Channels.Notices;

namespace CxFunctions.Cases;

/// <summary>What a manager's action does: the case and its timeline change together, then the waiting journey hears of it.</summary>
public sealed class CaseActions(CaseStore store, WaitingNotices notices, TimeProvider time)
{
    /// <summary>The case after the action, or null where there is no such case. An action that is not legal any more changes nothing.</summary>
    public async Task<Case?> ApplyAsync(string id, CaseAction action, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var changed = await store.ChangeAsync(
            id,
            current => CaseTransitions.IsLegal(current.State, action.Move)
                ? (CaseTransitions.Apply(current, action, at), Line(action, at))
                : null,
            cancellationToken);
        if (CaseNotices.OutdatedBy(action.Move, id) is { Count: > 0 } outdated)
        {
            await notices.DropAsync(outdated, $"case {action.Move}", cancellationToken);
        }
        return changed;
    }

    private static CaseEvent Line(CaseAction action, DateTimeOffset at) => action.Move switch
    {
        CaseMove.Acknowledge => new(at, CaseEventKind.Acknowledged, action.Who, action.Text),
        CaseMove.Assign => new(at, CaseEventKind.Assigned, action.Who, $"To {action.Owner}"),
        CaseMove.Note => new(at, CaseEventKind.Noted, action.Who, action.Text),
        _ => new(at, CaseEventKind.Resolved, action.Who, action.Text),
    };
}
