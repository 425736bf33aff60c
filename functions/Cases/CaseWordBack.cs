using CxFunctions.Channels;
using CxFunctions.Messages;

namespace CxFunctions.Cases;

/// <summary>What the customer is told, and what telling does to the case. Pure.</summary>
internal static class CaseWordBack
{
    public static WordBack Of(Case c, string text) => new($"case-{c.Id}/word-back", c.Response.ContactId, c.Program, c.Channel, c.Locale, text);

    /// <returns>Null where it was told, or given up, before.</returns>
    public static (Case Next, CaseEvent Event)? Told(Case c, SendOutcome outcome, DateTimeOffset at) => (c.WordBackState, outcome.Result) switch
    {
        (not WordBackState.Waiting, _) => null,
        (_, SendResult.Sent) => (c with { WordBackState = WordBackState.Sent }, Line(at, "The customer was told what changed.")),
        _ => (c with { WordBackState = WordBackState.NotSent }, Line(at, $"The customer was not told: {outcome.Reason}")),
    };

    private static CaseEvent Line(DateTimeOffset at, string text) => new(at, CaseEventKind.WordBack, "system", text);
}
