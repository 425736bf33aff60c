using CxFunctions.Foundation;

namespace CxFunctions.Cases;

/// <summary>All legal moves of a case, and nothing else moves it.</summary>
public static class CaseTransitions
{
    // A form that is sent again comes soon after.
    private const int MostForms = 20;

    private static readonly Dictionary<CaseMove, (CaseState[] From, CaseState? To)> Moves = new()
    {
        [CaseMove.Acknowledge] = ([CaseState.Open], CaseState.Acknowledged),
        [CaseMove.Assign] = ([CaseState.Open, CaseState.Acknowledged], CaseState.Acknowledged),
        [CaseMove.Note] = ([CaseState.Open, CaseState.Acknowledged, CaseState.Resolved], null),
        [CaseMove.Resolve] = ([CaseState.Open, CaseState.Acknowledged], CaseState.Resolved),
    };

    public static bool IsLegal(CaseState from, CaseMove move) => Moves[move].From.Contains(from);

    /// <summary>
    /// What is to become of an action, now that the case stands as it does. Two managers may look at one case: who comes second is not to undo
    /// unseen what the first has done.
    /// </summary>
    public static CaseVerdict Judge(Case current, CaseAction action)
    {
        if ((action.Form is { } form && current.Forms.Contains(form)) || WasDone(current, action))
        {
            return CaseVerdict.DoneBefore;
        }
        var isOvertaken = action.Move is CaseMove.Assign or CaseMove.Resolve && action.Seen is { } seen && seen != StampOf(current) && current.Owner != action.Who;
        return IsLegal(current.State, action.Move) && !isOvertaken ? CaseVerdict.Applies : CaseVerdict.Overtaken;
    }

    /// <summary>What a page has shown of who has the case: differs once somebody else takes or closes it.</summary>
    public static string StampOf(Case c) => StableId.Of("case-stamp", c.State.ToString(), c.Owner ?? "")[..8];

    /// <summary>The case after the move; the same case where the move is not legal from its state.</summary>
    public static Case Apply(Case current, CaseAction action, DateTimeOffset at)
    {
        if (!IsLegal(current.State, action.Move))
        {
            return current;
        }
        var state = Moves[action.Move].To ?? current.State;
        var next = current with { State = state, Forms = action.Form is { } form ? [.. current.Forms.TakeLast(MostForms - 1), form] : current.Forms };
        return action.Move switch
        {
            CaseMove.Acknowledge or CaseMove.Assign => next with { Owner = action.Owner ?? action.Who, AcknowledgedAt = current.AcknowledgedAt ?? at },
            CaseMove.Resolve => next with
            {
                Owner = current.Owner ?? action.Who,
                AcknowledgedAt = current.AcknowledgedAt ?? at,
                ResolvedAt = at,
                ResolvedBy = action.Who,
                Outcome = action.Outcome,
                WordBack = action.WordBack,
                WordBackState = action.WordBack is null ? WordBackState.None : WordBackState.Waiting,
            },
            _ => next,
        };
    }

    /// <summary>A second click, or a form that was sent again because nobody knew whether it had arrived.</summary>
    private static bool WasDone(Case current, CaseAction action) => action.Move switch
    {
        CaseMove.Acknowledge => current.State == CaseState.Acknowledged && current.Owner == action.Who,
        CaseMove.Resolve => action.Form is null && current.State == CaseState.Resolved
            && (current.ResolvedBy, current.Outcome, current.WordBack) == (action.Who, action.Outcome, action.WordBack),
        _ => false,
    };
}

public enum CaseMove
{
    Acknowledge,
    Assign,
    Note,
    Resolve,
}

/// <summary>What becomes of an action.</summary>
public enum CaseVerdict
{
    Applies,

    /// <summary>It was done by the same form or person: nothing is left to do, and nothing is wrong.</summary>
    DoneBefore,

    /// <summary>Somebody else was first: nothing is done, and the person must be told.</summary>
    Overtaken,
}

/// <summary>What a manager does on the case page.</summary>
/// <param name="Move">Which move.</param>
/// <param name="Who">The manager's name, 1 to 80 characters.</param>
/// <param name="Owner">With Assign: who takes it over.</param>
/// <param name="Text">Words for colleagues: up to 2000 characters with Resolve, 3000 with Note.</param>
/// <param name="Outcome">With Resolve.</param>
/// <param name="WordBack">With Resolve: what the customer is told, up to 500 characters.</param>
/// <param name="Seen">The stamp of the case on the page that the form stood on; null where it came from no page.</param>
/// <param name="Form">Names the form with what was typed into it, so that sending it again is known; null where it came from no page.</param>
public sealed record CaseAction(
    CaseMove Move, string Who, string? Owner = null, string? Text = null, CaseOutcome? Outcome = null, string? WordBack = null, string? Seen = null, string? Form = null);
