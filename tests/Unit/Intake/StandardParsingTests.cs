using System.Text;
using System.Text.Json.Nodes;
using CxFunctions.Intake;
using CxFunctions.Intake.Standard;

namespace CxFunctions.Tests.Unit.Intake;

public class StandardParsingTests
{
    internal const string Sample = """
        {"id":"T-1001","program":"retail","touchpoint":"call-center","occurredAt":"2026-11-22T10:15:00-05:00",
         "contact":{"id":"C-77","name":"Ana","phone":"+51987654321","email":"ana@example.com","locale":"es-PE","timeZone":"America/Lima","consent":{"sms":true,"email":true,"voice":false}},
         "attributes":{"branch":"Miraflores","agent":"A-12","vip":true,"value":120.5,"note":null}}
        """;

    [Fact]
    public void The_sample_of_the_contract_becomes_a_transaction()
    {
        var transaction = Assert.IsType<DeliveredItem.Occurred>(Parse(Sample)).Transaction;

        Assert.Equal(("T-1001", "retail", "call-center"), (transaction.Id, transaction.Program, transaction.Touchpoint));
        Assert.Equal(DateTimeOffset.Parse("2026-11-22T15:15:00Z"), transaction.OccurredAt);
        Assert.Equal(("C-77", "Ana", "+51987654321", "ana@example.com", "es-PE", "America/Lima"),
            (transaction.Contact.Id, transaction.Contact.Name, transaction.Contact.Phone, transaction.Contact.Email, transaction.Contact.Locale, transaction.Contact.TimeZone));
        Assert.Equal((true, true, false), (transaction.Contact.Consent.Sms, transaction.Contact.Consent.Email, transaction.Contact.Consent.Voice));
        Assert.Equal(new Dictionary<string, string> { ["branch"] = "Miraflores", ["agent"] = "A-12", ["vip"] = "true", ["value"] = "120.5" }, transaction.Attributes);
    }

    [Fact]
    public void Only_the_id_of_a_contact_is_required()
    {
        var transaction = Assert.IsType<DeliveredItem.Occurred>(Parse("""{"id":7,"program":"p","touchpoint":"t","occurredAt":"2026-11-22T10:15:00Z","contact":{"id":8}}""")).Transaction;

        Assert.Equal(("7", "8"), (transaction.Id, transaction.Contact.Id));
        Assert.Equal(new TransactionConsent(), transaction.Contact.Consent);
    }

    [Theory]
    [InlineData("+51 987-654.321")]
    [InlineData("+51 (987) 654 321")]
    public void Phones_may_be_written_as_people_write_them(string phone) =>
        Assert.Equal("+51987654321", Assert.IsType<DeliveredItem.Occurred>(Parse(With("/contact/phone", JsonValue.Create(phone)))).Transaction.Contact.Phone);

    public static TheoryData<string, string?, string> Breaches() => new()
    {
        { "/id", null, "id is missing" },
        { "/id", "\"  \"", "id is missing" },
        { "/id", "[]", "id must be a text, a number, true or false" },
        { "/id", $"\"{new string('x', 201)}\"", "id must be 1 to 200 bytes of UTF-8 without control characters" },
        { "/id", $"\"{new string('訳', 67)}\"", "id must be 1 to 200 bytes of UTF-8 without control characters" },
        { "/id", "\"a\\nb\"", "id must be 1 to 200 bytes of UTF-8 without control characters" },
        { "/program", null, "program is missing" },
        { "/touchpoint", null, "touchpoint is missing" },
        { "/touchpoint", "5", "touchpoint must be a text" },
        { "/occurredAt", null, "occurredAt is missing" },
        { "/occurredAt", "\"2026-11-22T10:15:00\"", "occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00" },
        { "/occurredAt", "\"yesterday\"", "occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00" },
        { "/occurredAt", "\"11/22/2026 10:15 Z\"", "occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00" },
        { "/occurredAt", "\"1999-12-31T23:59:59Z\"", "occurredAt must lie between the years 2000 and 2099" },
        { "/contact", null, "contact is missing" },
        { "/contact", "\"Ana\"", "contact must be an object" },
        { "/contact/id", null, "contact.id is missing" },
        { "/contact/phone", "\"987654321\"", "contact.phone must be E.164, for instance +51987654321" },
        { "/contact/phone", "\"+0987654321\"", "contact.phone must be E.164, for instance +51987654321" },
        { "/contact/phone", "\"+5198765432112345\"", "contact.phone must be E.164, for instance +51987654321" },
        { "/contact/email", "\"ana at example.com\"", "contact.email must be an e-mail address" },
        { "/contact/email", "\"ana@example.com, bo@example.com\"", "contact.email must be an e-mail address" },
        { "/contact/email", "\"ana@example\"", "contact.email must be an e-mail address" },
        { "/contact/locale", "\"Spanish (Peru)\"", "contact.locale must be a BCP 47 tag, for instance es-PE" },
        { "/contact/timeZone", "\"Mars/Olympus\"", "contact.timeZone must be an IANA time zone, for instance America/Lima" },
        { "/contact/timeZone", "\"../../etc/passwd\"", "contact.timeZone must be an IANA time zone, for instance America/Lima" },
        { "/contact/consent", "true", "contact.consent must be an object" },
        { "/contact/consent/sms", "\"yes\"", "contact.consent.sms must be true or false" },
        { "/attributes", "[]", "attributes must be an object" },
        { "/attributes/branch", "{}", "attributes.branch must be a text, a number, true or false" },
        { "/attributes/branch", $"\"{new string('x', 1001)}\"", "values of attributes must be at most 1000 characters" },
        { "/event", "\"reopened\"", "event must be occurred or cancelled" },
        { "/contact/name", "\"\\ud800\"", "holds text that is not valid Unicode" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_told_by_its_rule(string pointer, string? json, string reason) =>
        Assert.Equal(reason, Assert.IsType<DeliveredItem.Refused>(Parse(With(pointer, json))).Reason);

    [Fact]
    public void Too_many_attributes_are_refused()
    {
        var many = new JsonObject(Enumerable.Range(0, 51).Select(i => KeyValuePair.Create($"a{i}", (JsonNode?)"x")));

        Assert.Equal("attributes must be at most 50", Assert.IsType<DeliveredItem.Refused>(Parse(With("/attributes", many))).Reason);
    }

    [Fact]
    public void One_transaction_always_fits_a_message()
    {
        var large = new JsonObject(Enumerable.Range(0, 50).Select(i => KeyValuePair.Create($"a{i}", (JsonNode?)new string('é', 900))));

        Assert.Equal("must be at most 32 KiB", Assert.IsType<DeliveredItem.Refused>(Parse(With("/attributes", large))).Reason);
    }

    [Fact]
    public void A_transaction_can_be_taken_back_by_its_id_alone() =>
        Assert.Equal("T-1001", Assert.IsType<DeliveredItem.Cancelled>(Parse("""{"event":"cancelled","id":"T-1001"}""")).TransactionId);

    [Fact]
    public void Members_that_nobody_knows_are_left_alone() => Assert.IsType<DeliveredItem.Occurred>(Parse(With("/somethingNew", "{\"deep\":[1]}")));

    [Theory]
    [InlineData("3")]
    [InlineData("\"T-1\"")]
    [InlineData("null")]
    [InlineData("{\"id\":")]
    [InlineData("")]
    public void A_body_that_is_no_object_and_no_array_is_not_read(string body) =>
        Assert.Throws<FormatException>(() => DeliveryParser.Parse(Encoding.UTF8.GetBytes(body), new StandardSource(), new WebhookSourceOptions()));

    [Fact]
    public void A_body_that_is_not_utf8_is_not_read() =>
        Assert.Throws<FormatException>(() => DeliveryParser.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }, new StandardSource(), new WebhookSourceOptions()));

    internal static DeliveredItem Parse(string json) =>
        Assert.Single(DeliveryParser.Parse(Encoding.UTF8.GetBytes(json), new StandardSource(), new WebhookSourceOptions()));

    internal static string With(string pointer, string? json) => With(pointer, json is null ? null : Raw(json));

    private static string With(string pointer, JsonNode? value)
    {
        var sample = JsonNode.Parse(Sample)!;
        var path = pointer.Split('/')[1..];
        var parent = path[..^1].Aggregate(sample, (node, name) => node[name]!).AsObject();
        parent.Remove(path[^1]);
        if (value is not null)
        {
            parent[path[^1]] = value;
        }
        return sample.ToJsonString().Replace("\"half\"", "\"\\ud800\"", StringComparison.Ordinal);
    }

    // Half a character can't be held by a node; it is put in at the end.
    private static JsonNode? Raw(string json) => JsonNode.Parse(json.Replace("\\ud800", "half", StringComparison.Ordinal));
}
