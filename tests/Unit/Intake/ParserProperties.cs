using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxFunctions.Foundation;
using CxFunctions.Intake;
using CxFunctions.Intake.HubSpot;
using CxFunctions.Intake.Standard;
using CxFunctions.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Intake;

public class ParserProperties
{
    private static readonly WebhookSourceOptions HubSpot = new()
    {
        Events = { new WebhookEventOptions { SubscriptionType = "deal.propertyChange", Program = "retail", Touchpoint = "purchase" } },
    };

    [Fact]
    public void No_bytes_make_the_parser_throw_anything_but_a_format_error() =>
        Prop.ForAll(Bodies.ToArbitrary(), body => IsHarmless(body, new StandardSource(StandardParsingTests.Catalog)) && IsHarmless(body, new HubSpotSource(StandardParsingTests.Catalog)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void What_is_accepted_comes_back_the_same() =>
        Prop.ForAll(Transactions.ToArbitrary(), transaction =>
        {
            var json = JsonSerializer.Serialize(transaction, CxJson.Lenient);
            return StandardParsingTests.Parse(json) is DeliveredItem.Occurred read && JsonSerializer.Serialize(read.Transaction, CxJson.Lenient) == json;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool IsHarmless(byte[] body, IWebhookSource source)
    {
        try
        {
            return DeliveryParser.Parse(body, source, HubSpot).All(item => item is not DeliveredItem.Occurred occurred || TransactionRules.SizeOf(occurred.Transaction) <= TransactionRules.MaxBytes);
        }
        catch (FormatException)
        {
            return true;
        }
    }

    // Samples with a member replaced by anything, cut anywhere, and plain noise.
    private static Gen<byte[]> Bodies => Gen.OneOf(Mutated, Cut, Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf());

    private static Gen<byte[]> Mutated =>
        from sample in Samples
        from name in Gen.Elements("id", "program", "touchpoint", "occurredAt", "contact", "attributes", "event", "eventId", "portalId", "subscriptionType", "propertyValue")
        from value in Values(3)
        select Encoding.UTF8.GetBytes(Replace(sample, name, value));

    private static Gen<byte[]> Cut =>
        from sample in Samples
        from at in Gen.Choose(0, sample.Length)
        select Encoding.UTF8.GetBytes(sample[..at]);

    private static Gen<string> Samples => Gen.Elements(StandardParsingTests.Sample, HubSpotEventTests.Sample);

    private static Gen<string> Values(int depth)
    {
        var leaf = Gen.Elements(
            "null", "true", "1", "-1", "1e999", "1.5", "99999999999999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\udc00\\ud800\"", "\"2026-02-30T00:00:00Z\"",
            "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"+\"", "\"a@b.c\"", "\"tel:;ext=\"", "\"00000000000000000000\"", "\"(+)\"", "\"x-x-x\"", "\"Etc/GMT+99\"", "\"20261131T246060,9Z\"", "\"\u2028\"", "[]", "{}");
        return depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Values(depth - 1).Select(v => $"[{v}]"),
                from name in Gen.Elements("id", "phone", "email", "consent", "sms", "timeZone", "locale", "\\ud800", "name")
                from value in Values(depth - 1)
                select $$"""{"id":"C-1","{{name}}":{{value}}}""");
    }

    private static string Replace(string sample, string name, string value)
    {
        var node = JsonNode.Parse(sample)!.AsObject();
        node[name] = "%HERE%";
        return node.ToJsonString().Replace("\"%HERE%\"", value, StringComparison.Ordinal);
    }

    private static Gen<string> Texts => Gen.Elements("A", "ñandú", "x-1", "Ж", "漢字", "a b", "😀", "\"quoted\"").NonEmptyListOf().Select(parts => string.Concat(parts.Take(8)));

    private static Gen<bool?> Truths => Gen.Elements<bool?>(null, true, false);

    private static Gen<Transaction> Transactions =>
        from id in Texts
        from program in Texts
        from contactId in Texts
        from name in Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(t => (string?)t))
        from phone in Gen.Elements(null, "+51987654321", "+15550100200")
        from email in Gen.Elements(null, "ana@example.com", "José@exämple.pe")
        from zone in Gen.Elements(null, "America/Lima", "Etc/GMT+5", "Australia/Lord_Howe", "America/Argentina/Buenos_Aires")
        from seconds in Gen.Choose(0, 1_000_000_000)
        from offset in Gen.Choose(-14, 14)
        from sms in Truths
        from mail in Truths
        from value in Texts
        select new Transaction
        {
            Id = id,
            Program = program,
            Touchpoint = "t",
            OccurredAt = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.FromHours(offset)).AddSeconds(seconds),
            Contact = new() { Id = contactId, Name = name, Phone = phone, Email = email, TimeZone = zone, Consent = new() { Sms = sms, Email = mail } },
            Attributes = new Dictionary<string, string> { ["key " + value] = value },
        };
}
