using System.Text;
using System.Text.Json.Nodes;
using CxFunctions.Intake;
using CxFunctions.Intake.HubSpot;

namespace CxFunctions.Tests.Unit.Intake;

public class HubSpotEventTests
{
    internal const string Sample = """
        {"eventId":4201,"subscriptionId":77,"portalId":62515,"appId":54321,"occurredAt":1700000000000,"subscriptionType":"deal.propertyChange","attemptNumber":0,
         "objectId":9001,"propertyName":"dealstage","propertyValue":"closedwon","changeSource":"CRM_UI",
         "contact":{"id":"C-77","phone":"+51987654321","consent":{"sms":true}},"attributes":{"store":"Norte"}}
        """;

    private static readonly WebhookSourceOptions Options = new()
    {
        Program = "retail",
        Events =
        {
            new() { SubscriptionType = "ticket.propertyChange", PropertyName = "hs_pipeline_stage", PropertyValue = "4", Touchpoint = "support-ticket" },
            new() { SubscriptionType = "deal.propertyChange", PropertyName = "dealstage", PropertyValue = "closedwon", Touchpoint = "purchase" },
            new() { SubscriptionType = "ticket.creation", Program = "bank", Touchpoint = "call-center" },
        },
    };

    [Fact]
    public void A_won_deal_is_the_touchpoint_that_the_settings_say()
    {
        var transaction = Assert.IsType<DeliveredItem.Occurred>(Parse(Sample)).Transaction;

        Assert.Equal(("retail", "purchase", "C-77"), (transaction.Program, transaction.Touchpoint, transaction.Contact.Id));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000), transaction.OccurredAt);
        Assert.Equal("Norte", transaction.Attributes["store"]);
    }

    [Fact]
    public void The_id_is_made_of_what_stays_the_same_over_retries()
    {
        var first = Assert.IsType<DeliveredItem.Occurred>(Parse(Sample)).Transaction.Id;
        var retry = Assert.IsType<DeliveredItem.Occurred>(Parse(With("attemptNumber", 3))).Transaction.Id;

        Assert.Equal("62515-77-4201-9001-1700000000000", first);
        Assert.Equal(first, retry);
        Assert.NotEqual(first, Assert.IsType<DeliveredItem.Occurred>(Parse(With("objectId", 9002))).Transaction.Id);
    }

    [Fact]
    public void The_older_name_of_the_event_type_is_understood()
    {
        var older = JsonNode.Parse(Sample)!.AsObject();
        older.Remove("subscriptionType");
        older["eventType"] = "deal.propertyChange";

        Assert.IsType<DeliveredItem.Occurred>(Parse(older.ToJsonString()));
    }

    [Fact]
    public void A_closed_ticket_and_another_program_are_told_apart()
    {
        var ticket = JsonNode.Parse(Sample)!.AsObject();
        (ticket["subscriptionType"], ticket["propertyName"], ticket["propertyValue"]) = ("ticket.propertyChange", "hs_pipeline_stage", 4);
        var created = JsonNode.Parse(Sample)!.AsObject();
        created["subscriptionType"] = "ticket.creation";

        Assert.Equal("support-ticket", Assert.IsType<DeliveredItem.Occurred>(Parse(ticket.ToJsonString())).Transaction.Touchpoint);
        Assert.Equal(("bank", "call-center"), Assert.IsType<DeliveredItem.Occurred>(Parse(created.ToJsonString())).Transaction is var t ? (t.Program, t.Touchpoint) : default);
    }

    [Theory]
    [InlineData("propertyValue", "open", "no touchpoint is configured for this kind of event")]
    [InlineData("subscriptionType", "contact.creation", "no touchpoint is configured for this kind of event")]
    [InlineData("subscriptionType", null, "subscriptionType is missing")]
    [InlineData("contact", null, "contact is missing: HubSpot's own events name no person, let a workflow add it")]
    [InlineData("occurredAt", "now", "occurredAt must be a whole number")]
    [InlineData("eventId", null, "eventId must be a whole number")]
    [InlineData("portalId", -1, "portalId must be a whole number")]
    [InlineData("occurredAt", 1L, "occurredAt must lie between the years 2000 and 2099")]
    public void What_is_no_transaction_is_told_why(string member, object? value, string reason) =>
        Assert.Equal(reason, Assert.IsType<DeliveredItem.Refused>(Parse(With(member, value))).Reason);

    [Theory]
    [InlineData("contact", null, "contact is missing: HubSpot's own events name no person, let a workflow add it")]
    [InlineData("occurredAt", 1L, "occurredAt must lie between the years 2000 and 2099")]
    public void What_is_a_transaction_and_was_refused_is_still_known_by_its_id(string member, object? value, string rule)
    {
        var known = Assert.IsType<DeliveredItem.Refused>(Parse(With(member, value))).Transaction!;

        Assert.Equal((rule, "retail", "purchase"), (known.Rule, known.Program, known.Touchpoint));
        Assert.StartsWith("62515-77-4201-9001-", known.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("propertyValue", "open")]
    [InlineData("subscriptionType", "contact.creation")]
    [InlineData("eventId", null)]
    public void What_no_setting_calls_a_transaction_or_has_no_id_leaves_nothing(string member, object? value) =>
        Assert.Null(Assert.IsType<DeliveredItem.Refused>(Parse(With(member, value))).Transaction);

    private static DeliveredItem Parse(string json) => Assert.Single(DeliveryParser.Parse(Encoding.UTF8.GetBytes($"[{json}]"), new HubSpotSource(StandardParsingTests.Catalog), Options));

    private static string With(string member, object? value)
    {
        var sample = JsonNode.Parse(Sample)!.AsObject();
        sample.Remove(member);
        if (value is not null)
        {
            sample[member] = JsonValue.Create(value);
        }
        return sample.ToJsonString();
    }
}
