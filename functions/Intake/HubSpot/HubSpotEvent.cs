using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Intake.HubSpot;

/// <summary>One event, and the transaction it means by configuration.</summary>
internal static class HubSpotEvent
{
    /// <exception cref="RuleBreachException">No transaction, or one that breaks a rule: the message is the reason.</exception>
    public static Transaction Transaction(JsonMembers members, WebhookSourceOptions options, ProgramCatalog catalog)
    {
        var mapping = MappingOf(members, options);
        var program = mapping.Program ?? options.Program!;
        if (members.Object("contact") is not { } contact)
        {
            throw new RuleBreachException("contact is missing: HubSpot's own events name no person, let a workflow add it");
        }
        return TransactionRules.Check(new Transaction
        {
            Id = IdOf(members),
            Program = program,
            Touchpoint = mapping.Touchpoint,
            OccurredAt = OccurredAt(members),
            Contact = ContactParser.Parse(contact, RegionRules.Of(options, program, catalog)),
            Attributes = TransactionParser.Attributes(members),
        });
    }

    /// <summary>Null for an event that no setting calls a transaction: HubSpot tells of many, and they are none of the ledger's.</summary>
    public static RefusedTransaction? Refused(JsonMembers members, RuleBreachException breach, WebhookSourceOptions options) => RefusalParser.Of(
        breach,
        members,
        () => MappingOf(members, options) is { } ? IdOf(members) : null,
        () => MappingOf(members, options).Program ?? options.Program,
        () => MappingOf(members, options).Touchpoint,
        () => OccurredAt(members));

    /// <exception cref="RuleBreachException">None fits.</exception>
    private static WebhookEventOptions MappingOf(JsonMembers members, WebhookSourceOptions options)
    {
        var type = members.Text("subscriptionType") ?? members.Text("eventType") ?? throw new RuleBreachException("subscriptionType is missing");
        return options.Events.FirstOrDefault(e => Fits(e, type, members)) ?? throw new RuleBreachException("no touchpoint is configured for this kind of event");
    }

    private static DateTimeOffset OccurredAt(JsonMembers members) => DateTimeOffset.FromUnixTimeMilliseconds(Whole(members, "occurredAt", 253_402_300_799_999));

    private static bool Fits(WebhookEventOptions e, string type, JsonMembers members) =>
        string.Equals(e.SubscriptionType, type, StringComparison.OrdinalIgnoreCase)
        && (string.IsNullOrEmpty(e.PropertyName) || e.PropertyName == members.Text("propertyName"))
        && (string.IsNullOrEmpty(e.PropertyValue) || e.PropertyValue == members.Scalar("propertyValue"));

    /// <summary>HubSpot does not promise that eventId is unique, and attemptNumber changes with every retry.</summary>
    private static string IdOf(JsonMembers members) => string.Join('-',
        new[] { "portalId", "subscriptionId", "eventId", "objectId", "occurredAt" }
            .Select(name => Whole(members, name, long.MaxValue).ToString(CultureInfo.InvariantCulture)));

    private static long Whole(JsonMembers members, string name, long max) =>
        members.Whole(name) is { } number && number >= 0 && number <= max ? number : throw new RuleBreachException($"{name} must be a whole number");
}
