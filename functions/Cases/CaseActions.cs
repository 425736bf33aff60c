namespace CxFunctions.Cases;

/// <summary>What a manager's action does: the case and its timeline change together, then the waiting journey hears of it.</summary>
public sealed class CaseActions(CaseStore store, TimeProvider time)
{
    /// <summary>The case after the action, or null where there is no such case. An action that is not legal any more changes nothing.</summary>
    public Task<Case?> ApplyAsync(string id, CaseAction action, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        return store.ChangeAsync(
            id,
            current => CaseTransitions.IsLegal(current.State, action.Move)
                ? (CaseTransitions.Apply(current, action, at), Line(action, at))
                : null,
            cancellationToken);
    }

    private static CaseEvent Line(CaseAction action, DateTimeOffset at) => action.Move switch
    {
        CaseMove.Acknowledge => new(at, CaseEventKind.Acknowledged, action.Who, action.Text),
        CaseMove.Assign => new(at, CaseEventKind.Assigned, action.Who, $"To {action.Owner}"),
        CaseMove.Note => new(at, CaseEventKind.Noted, action.Who, action.Text),
        _ => new(at, CaseEventKind.Resolved, action.Who, action.Text),
    };
}
