using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CxFunctions.Cases;

/// <summary>What was typed and what is wrong with it, so that nothing typed is lost.</summary>
/// <param name="Values">As posted; null for a page that nothing was typed into.</param>
/// <param name="Errors">By field.</param>
public sealed record CaseFormState(IFormCollection? Values, IReadOnlyDictionary<string, string> Errors)
{
    public static readonly CaseFormState Empty = Of(null);

    public static CaseFormState Of(IFormCollection? values) => new(values, new Dictionary<string, string>());

    public string Value(string field) => Values?[field].ToString() ?? "";

    public bool Concerns(CaseMove move) => string.Equals(Value("move"), move.ToString(), StringComparison.OrdinalIgnoreCase);

    public string? Error(CaseMove move, string field) => Concerns(move) ? Errors.GetValueOrDefault(field) : null;

    /// <returns>Null where nothing was sent of this move.</returns>
    public string? Typed(CaseMove move, string field) => Concerns(move) ? Value(field) : null;

    /// <summary>Who wanted to pick up what somebody else has: in the form with which they may take it over.</summary>
    public CaseFormState KeptAsAssign() => With(("move", nameof(CaseMove.Assign)), ("who", Value("who")), ("owner", Value("who")));

    /// <summary>All that was typed into a form that came too late, in the form of a note, the one thing that is always possible.</summary>
    public CaseFormState KeptAsNote()
    {
        string[] kept =
        [
            Enum.TryParse<CaseOutcome>(Value("outcome"), ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? $"How it ended: {CaseWords.Outcome(outcome)}" : "",
            Value("owner") is { Length: > 0 } owner ? $"To hand over to: {owner}" : "",
            Value("text").Trim(),
            Value("wordBack").Trim() is { Length: > 0 } word ? $"For the customer: {word}" : "",
        ];
        return With(("move", nameof(CaseMove.Note)), ("who", Value("who")), ("text", string.Join('\n', kept.Where(part => part.Length > 0))));
    }

    private static CaseFormState With(params (string Name, string Value)[] fields) =>
        Of(new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value))));
}
