using System.Globalization;

namespace CxFunctions.Intake.HubSpot;

/// <summary>One event, and the transaction it means by configuration.</summary>
internal static class HubSpotEvent
{
    /// <exception cref="RuleBreachException">No transaction: the message is the reason.</exception>
    public static Transaction Transaction(JsonMembers members, WebhookSourceOptions options)
    {
        var type = members.Text("subscriptionType") ?? members.Text("eventType") ?? throw new RuleBreachException("subscriptionType is missing");
        var mapping = options.Events.FirstOrDefault(e => Fits(e, type, members))
            ?? throw new RuleBreachException("no touchpoint is configured for this kind of event");
        if (members.Object("contact") is not { } contact)
        {
            throw new RuleBreachException("contact is missing: HubSpot's own events name no person, let a workflow add it");
        }
        return TransactionRules.Check(new Transaction
        {
            Id = IdOf(members),
            Program = mapping.Program ?? options.Program!,
            Touchpoint = mapping.Touchpoint,
            OccurredAt = DateTimeOffset.FromUnixTimeMilliseconds(Whole(members, "occurredAt", 253_402_300_799_999)),
            Contact = TransactionParser.Contact(contact),
            Attributes = TransactionParser.Attributes(members),
        });
    }

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
