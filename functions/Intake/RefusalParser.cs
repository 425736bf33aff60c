using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>What can still be told of a transaction that was refused: of each thing, whether it is as it should be.</summary>
internal static class RefusalParser
{
    /// <param name="breach">Why it was refused.</param>
    /// <param name="members">The item.</param>
    /// <param name="id">Reads the transaction's id; without one there is nothing to write it down under.</param>
    /// <param name="program">Reads the program.</param>
    /// <param name="touchpoint">Reads the touchpoint.</param>
    /// <param name="occurredAt">Reads the instant.</param>
    public static RefusedTransaction? Of(
        RuleBreachException breach, JsonMembers members, Func<string?> id, Func<string?> program, Func<string?> touchpoint, Func<DateTimeOffset?> occurredAt) =>
        Or(id) is not { } known ? null : new RefusedTransaction(
            known,
            breach.Noted,
            Text(program),
            Text(touchpoint),
            Or(() => members.Object("contact") is { } contact ? ContactParser.Id(contact) : null),
            Or(occurredAt) is { } at && TransactionRules.IsInRange(at) ? at : null);

    private static string? Text(Func<string?> read) => Or(read) is { } text && TransactionRules.IsName(text) ? text : null;

    private static T? Or<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is RuleBreachException or InvalidOperationException)
        {
            return default;
        }
    }
}
