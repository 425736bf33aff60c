namespace CxFunctions.Cases;

/// <summary>All legal moves of a case, and nothing else moves it.</summary>
public static class CaseTransitions
{
    private static readonly Dictionary<CaseMove, (CaseState[] From, CaseState? To)> Moves = new()
    {
        [CaseMove.Acknowledge] = ([CaseState.Open], CaseState.Acknowledged),
        [CaseMove.Assign] = ([CaseState.Open, CaseState.Acknowledged], CaseState.Acknowledged),
        [CaseMove.Note] = ([CaseState.Open, CaseState.Acknowledged, CaseState.Resolved], null),
        [CaseMove.Resolve] = ([CaseState.Open, CaseState.Acknowledged], CaseState.Resolved),
    };

    public static bool IsLegal(CaseState from, CaseMove move) => Moves[move].From.Contains(from);

    /// <summary>The case after the move; the same case where the move is not legal from its state.</summary>
    public static Case Apply(Case current, CaseAction action, DateTimeOffset at)
    {
        if (!IsLegal(current.State, action.Move))
        {
            return current;
        }
        var state = Moves[action.Move].To ?? current.State;
        var next = current with { State = state };
        return action.Move switch
        {
            CaseMove.Acknowledge or CaseMove.Assign => next with { Owner = action.Owner ?? action.Who, AcknowledgedAt = current.AcknowledgedAt ?? at },
            CaseMove.Resolve => next with
            {
                Owner = current.Owner ?? action.Who,
                AcknowledgedAt = current.AcknowledgedAt ?? at,
                ResolvedAt = at,
                Outcome = action.Outcome,
                WordBack = action.WordBack,
                WordBackState = action.WordBack is null ? WordBackState.None : WordBackState.Waiting,
            },
            _ => next,
        };
    }
}

public enum CaseMove
{
    Acknowledge,
    Assign,
    Note,
    Resolve,
}

/// <summary>What a manager does on the case page.</summary>
/// <param name="Move">Which move.</param>
/// <param name="Who">The manager's name, 1 to 80 characters.</param>
/// <param name="Owner">With Assign: who takes it over.</param>
/// <param name="Text">With Note and Resolve: words for colleagues, up to 2000 characters.</param>
/// <param name="Outcome">With Resolve.</param>
/// <param name="WordBack">With Resolve: what the customer is told, up to 500 characters.</param>
public sealed record CaseAction(CaseMove Move, string Who, string? Owner = null, string? Text = null, CaseOutcome? Outcome = null, string? WordBack = null);
