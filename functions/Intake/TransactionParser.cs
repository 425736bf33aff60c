using System.Text.Json;
using CxFunctions.Messages;

namespace CxFunctions.Intake;

/// <summary>JSON to <see cref="Intake.Transaction"/>: our own schema and the parts of it that other sources share.</summary>
internal static class TransactionParser
{
    /// <summary>Runs a reading of one item and turns every breach into a refusal; throws on nothing that JSON can hold.</summary>
    /// <param name="item">As it was sent.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="known">What can be told of the transaction where it breaks a rule; null where it is none.</param>
    public static DeliveredItem Read(JsonElement item, Func<JsonMembers, DeliveredItem> read, Func<JsonMembers, RuleBreachException, RefusedTransaction?> known)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return new DeliveredItem.Refused("must be an object");
        }
        var members = new JsonMembers(item);
        try
        {
            return read(members);
        }
        catch (RuleBreachException breach)
        {
            return Refused(breach);
        }
        catch (InvalidOperationException)
        {
            // The reader's word for escapes that stand for half a character.
            return Refused(new RuleBreachException("holds text that is not valid Unicode"));
        }

        DeliveredItem.Refused Refused(RuleBreachException breach) => new(breach.Message, known(members, breach));
    }

    /// <param name="members">The item.</param>
    /// <param name="program">Its program; null where neither the item nor a setting names one.</param>
    /// <param name="region">Where the contact's telephone is a local call; null where unknown.</param>
    public static Transaction Transaction(JsonMembers members, string? program, string? region) => TransactionRules.Check(new Transaction
    {
        Id = Id(members),
        Program = program ?? throw new RuleBreachException("program is missing"),
        Touchpoint = members.Text("touchpoint") ?? throw new RuleBreachException("touchpoint is missing"),
        OccurredAt = Instant(members.Text("occurredAt") ?? throw new RuleBreachException("occurredAt is missing")),
        Contact = ContactParser.Parse(members.Object("contact") ?? throw new RuleBreachException("contact is missing"), region),
        Attributes = Attributes(members),
    });

    public static string Id(JsonMembers members) =>
        TransactionRules.CheckId("id", members.Scalar("id")?.Trim() is { Length: > 0 } id ? id : throw new RuleBreachException("id is missing"));

    public static Dictionary<string, string> Attributes(JsonMembers members) => members.Object("attributes")?.Scalars() ?? [];

    public static DateTimeOffset Instant(string text) =>
        InstantParser.Parse(text) ?? throw new RuleBreachException("occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00");
}
