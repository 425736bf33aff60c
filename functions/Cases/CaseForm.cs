using Microsoft.AspNetCore.Http;

namespace CxFunctions.Cases;

/// <summary>Turns the posted form into an action, or into sentences that say what to change.</summary>
public static class CaseForm
{
    public static (CaseAction? Action, IReadOnlyDictionary<string, string> Errors) Parse(IFormCollection form)
    {
        var errors = new Dictionary<string, string>();
        if (!Enum.TryParse<CaseMove>(form["move"], ignoreCase: true, out var move) || !Enum.IsDefined(move))
        {
            errors["move"] = "Choose what to do: acknowledge, assign, note or resolve.";
            return (null, errors);
        }
        var who = Text(form, "who", 80, "Your name", errors) ?? Missing("who", "Enter your name, so that colleagues know who is on it.");
        var owner = Text(form, "owner", 80, "The owner's name", errors);
        if (move == CaseMove.Assign && owner is null)
        {
            Missing("owner", "Enter the name of the person who takes the case.");
        }
        var text = Text(form, "text", 2000, "The note", errors);
        if (move == CaseMove.Note && text is null)
        {
            Missing("text", "Write the note.");
        }
        CaseOutcome? outcome = Enum.TryParse<CaseOutcome>(form["outcome"], ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        if (move == CaseMove.Resolve && outcome is null)
        {
            Missing("outcome", "Choose how it ended.");
        }
        var wordBack = Text(form, "wordBack", 500, "The message to the customer", errors);
        return errors.Count > 0 ? (null, errors) : (new CaseAction(move, who!, owner, text, outcome, move == CaseMove.Resolve ? wordBack : null), errors);

        string? Missing(string field, string sentence)
        {
            errors.TryAdd(field, sentence);
            return null;
        }
    }

    private static string? Text(IFormCollection form, string field, int most, string name, Dictionary<string, string> errors)
    {
        var text = form[field].ToString().Trim();
        if (text.Length > most)
        {
            errors[field] = $"{name} may have at most {most} characters; it has {text.Length}.";
        }
        return text.Length == 0 ? null : text;
    }
}
