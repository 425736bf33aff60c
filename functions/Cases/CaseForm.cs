using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Cases;

/// <summary>Turns the posted form into an action, or into sentences that say what to change.</summary>
public static class CaseForm
{
    public const int MostText = 2000;

    /// <summary>Room for all that somebody typed who came second, see <see cref="CaseFormState.KeptAsNote"/>.</summary>
    public const int MostNote = 3000;

    public const int MostWordBack = 500;
    public const int MostName = 80;

    public static (CaseAction? Action, IReadOnlyDictionary<string, string> Errors) Parse(IFormCollection form)
    {
        var errors = new Dictionary<string, string>();
        if (!Enum.TryParse<CaseMove>(form["move"], ignoreCase: true, out var move) || !Enum.IsDefined(move))
        {
            errors["move"] = "Choose what to do: acknowledge, assign, note or resolve.";
            return (null, errors);
        }
        var who = Text(form, "who", MostName, "Your name", errors) ?? Missing("who", "Enter your name, so that colleagues know who is on it.");
        var owner = Text(form, "owner", MostName, "The owner's name", errors);
        if (move == CaseMove.Assign && owner is null)
        {
            Missing("owner", "Enter the name of the person who takes the case.");
        }
        var text = Text(form, "text", move == CaseMove.Note ? MostNote : MostText, "The note", errors);
        if (move == CaseMove.Note && text is null)
        {
            Missing("text", "Write the note.");
        }
        CaseOutcome? outcome = Enum.TryParse<CaseOutcome>(form["outcome"], ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        if (move == CaseMove.Resolve && outcome is null)
        {
            Missing("outcome", "Choose how it ended.");
        }
        var wordBack = Text(form, "wordBack", MostWordBack, "The message to the customer", errors);
        return errors.Count > 0
            ? (null, errors)
            : (new CaseAction(move, who!, owner, text, outcome, move == CaseMove.Resolve ? wordBack : null, NullIfEmpty(form["seen"].ToString()), NameOf(form)), errors);

        string? Missing(string field, string sentence)
        {
            errors.TryAdd(field, sentence);
            return null;
        }
    }

    /// <summary>Of the page's form and all that was typed into it: what is typed after going back in the browser is another form.</summary>
    private static string? NameOf(IFormCollection form) => NullIfEmpty(form["form"].ToString()) is { } id
        ? StableId.Of("case-form", id, form["move"].ToString(), form["who"].ToString(), form["owner"].ToString(), form["text"].ToString(), form["outcome"].ToString(), form["wordBack"].ToString())[..16]
        : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

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
