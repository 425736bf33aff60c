namespace CxFunctions.Intake;

/// <summary>An item breaks a rule; the message is the rule as the sender reads it, without a word of the item itself.</summary>
internal sealed class RuleBreachException(string rule) : Exception(rule);
