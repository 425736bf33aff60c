namespace CxFunctions.Intake;

/// <summary>An item breaks a rule; the message is the rule as the sender reads it, without a word of the item's values.</summary>
/// <param name="rule">For the sender.</param>
/// <param name="noted">For the ledger, where the rule names a member by a name that the sender chose.</param>
internal sealed class RuleBreachException(string rule, string? noted = null) : Exception(rule)
{
    public string Noted => noted ?? Message;
}
