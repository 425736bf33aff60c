using System.Text;
using System.Text.Json.Nodes;
using CxFunctions.Catalog;
using CxFunctions.Intake;
using CxFunctions.Intake.Standard;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Intake;

public class StandardParsingTests
{
    internal const string Sample = """
        {"id":"T-1001","program":"retail","touchpoint":"call-center","occurredAt":"2026-11-22T10:15:00-05:00",
         "contact":{"id":"C-77","name":"Ana","phone":"+51987654321","email":"ana@example.com","locale":"es-PE","timeZone":"America/Lima","consent":{"sms":true,"email":true,"voice":false}},
         "attributes":{"branch":"Miraflores","agent":"A-12","vip":true,"value":120.5,"note":null}}
        """;

    internal static readonly ProgramCatalog Catalog = new([ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/retail.json"))]);

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
    [InlineData("\"+51 987-654.321\"", null, "+51987654321")]
    [InlineData("\"987 654 321\"", null, "+51987654321")] // the program's region
    [InlineData("987654321", null, "+51987654321")]
    [InlineData("\"044 55 1234 5678\"", "MX", "+525512345678")] // the source's region
    [InlineData("\"+51 987-654.321\"", "MX", "+51987654321")]
    public void Phones_may_be_written_as_people_write_them(string json, string? region, string phone) =>
        Assert.Equal(phone, Assert.IsType<DeliveredItem.Occurred>(Parse(With("/contact/phone", json), new WebhookSourceOptions { Region = region })).Transaction.Contact.Phone);

    [Fact]
    public void Of_a_program_that_nobody_knows_only_international_phones_can_be_read()
    {
        var sample = Sample.Replace("\"retail\"", "\"nowhere\"", StringComparison.Ordinal);

        Assert.Equal("+51987654321", Assert.IsType<DeliveredItem.Occurred>(Parse(sample)).Transaction.Contact.Phone);
        Assert.Null(Assert.IsType<DeliveredItem.Occurred>(Parse(sample.Replace("+51", "", StringComparison.Ordinal))).Transaction.Contact.Phone);
    }

    public static TheoryData<string, string> Unusable() => new()
    {
        { "phone", "\"12345\"" },
        { "phone", "\"+999 123 456 789\"" },
        { "phone", "\"ana@example.com\"" },
        { "phone", "{\"number\":\"987654321\"}" },
        { "phone", "true" },
        { "phone", "\"\\ud800\"" },
        { "email", "\"ana at example.com\"" },
        { "email", "\"ana@example.com, bo@example.com\"" },
        { "email", "\"ana@example\"" },
        { "email", "[\"ana@example.com\"]" },
        { "email", "5" },
        { "locale", "\"Spanish (Peru)\"" },
        { "locale", "[]" },
        { "timeZone", "\"Mars/Olympus\"" },
        { "timeZone", "\"../../etc/passwd\"" },
        { "timeZone", "-5" },
        { "name", "\"\\ud800\"" },
        { "name", "\"a\\u0000b\"" },
        { "name", $"\"{new string('x', 201)}\"" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_cannot_be_used_of_a_contact_costs_itself_and_is_named(string member, string json)
    {
        var contact = Assert.IsType<DeliveredItem.Occurred>(Parse(With("/contact/" + member, json))).Transaction.Contact;

        Assert.Equal(["contact." + member], contact.Unusable!);
        var kept = new Dictionary<string, string?>
        {
            ["name"] = contact.Name,
            ["phone"] = contact.Phone,
            ["email"] = contact.Email,
            ["locale"] = contact.Locale,
            ["timeZone"] = contact.TimeZone,
        };
        Assert.Equal([member], kept.Where(k => k.Value is null).Select(k => k.Key));
    }

    [Fact]
    public void Of_a_contact_without_anything_usable_there_is_still_a_transaction()
    {
        var contact = Assert.IsType<DeliveredItem.Occurred>(Parse(With("/contact", """{"id":"C","phone":"n/a","email":"n/a","locale":"?","timeZone":"?"}"""))).Transaction.Contact;

        Assert.Equal(["contact.phone", "contact.email", "contact.locale", "contact.timeZone"], contact.Unusable!);
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("null", null)]
    public void Consent_may_come_as_text_from_those_that_know_nothing_else(string json, bool? said) =>
        Assert.Equal(said, Assert.IsType<DeliveredItem.Occurred>(Parse(With("/contact/consent/sms", json))).Transaction.Contact.Consent.Sms);

    [Fact]
    public void What_is_known_of_a_refused_transaction_is_what_is_right_of_it()
    {
        var nothing = Assert.IsType<DeliveredItem.Refused>(Parse("""{"id":"T-1","program":5,"touchpoint":"a\nb","occurredAt":"1999-01-01T00:00:00Z","contact":"Ana"}""")).Transaction!;
        var all = Assert.IsType<DeliveredItem.Refused>(Parse(With("/contact/consent/sms", "\"yes\""))).Transaction!;

        Assert.Equal(new RefusedTransaction("T-1", "program must be a text"), nothing);
        Assert.Equal(new RefusedTransaction("T-1001", "contact.consent.sms must be true or false", "retail", "call-center", "C-77", DateTimeOffset.Parse("2026-11-22T15:15:00Z")), all);
    }

    [Theory]
    [InlineData("/id", null)]
    [InlineData("/id", "[]")]
    [InlineData("/id", "\"a\\nb\"")]
    public void Without_an_id_nothing_is_known_of_it(string pointer, string? json) =>
        Assert.Null(Assert.IsType<DeliveredItem.Refused>(Parse(With(pointer, json))).Transaction);

    [Fact]
    public void A_name_that_the_sender_chose_is_told_the_sender_and_not_the_ledger()
    {
        var refused = Assert.IsType<DeliveredItem.Refused>(Parse(With("/attributes/branch", "{}")));

        Assert.Equal("attributes.branch must be a text, a number, true or false", refused.Reason);
        Assert.Equal("attributes.* must be texts, numbers, true or false", refused.Transaction!.Rule);
    }

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
        { "/occurredAt", "\"2026-11-22\"", "occurredAt must be ISO 8601 with an offset, for instance 2026-11-22T10:15:00-05:00" },
        { "/occurredAt", "\"1999-12-31T23:59:59Z\"", "occurredAt must lie between the years 2000 and 2099" },
        { "/contact", null, "contact is missing" },
        { "/contact", "\"Ana\"", "contact must be an object" },
        { "/contact/id", null, "contact.id is missing" },
        { "/contact/consent", "true", "contact.consent must be an object" },
        { "/contact/consent/sms", "\"yes\"", "contact.consent.sms must be true or false" },
        { "/attributes", "[]", "attributes must be an object" },
        { "/attributes/branch", "{}", "attributes.branch must be a text, a number, true or false" },
        { "/attributes/branch", $"\"{new string('x', 1001)}\"", "values of attributes must be at most 1000 characters" },
        { "/event", "\"reopened\"", "event must be occurred or cancelled" },
        { "/attributes/branch", "\"\\ud800\"", "holds text that is not valid Unicode" },
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
        Assert.Throws<FormatException>(() => DeliveryParser.Parse(Encoding.UTF8.GetBytes(body), new StandardSource(Catalog), new WebhookSourceOptions()));

    [Fact]
    public void A_body_that_is_not_utf8_is_not_read() =>
        Assert.Throws<FormatException>(() => DeliveryParser.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }, new StandardSource(Catalog), new WebhookSourceOptions()));

    internal static DeliveredItem Parse(string json, WebhookSourceOptions? options = null) =>
        Assert.Single(DeliveryParser.Parse(Encoding.UTF8.GetBytes(json), new StandardSource(Catalog), options ?? new WebhookSourceOptions()));

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
