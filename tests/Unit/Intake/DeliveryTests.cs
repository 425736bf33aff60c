using System.Text.Json;
using CxFunctions.Foundation;
using CxFunctions.Intake;
using CxFunctions.Messages;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Intake;

public class DeliveryTests
{
    [Fact]
    public void Items_are_counted_as_what_they_are()
    {
        var delivery = Delivery.Of("d", [Occurred("1"), new DeliveredItem.Refused("no"), Occurred("2"), Occurred("1"), new DeliveredItem.Cancelled("1"), new DeliveredItem.Cancelled("1")]);

        Assert.Equal((3, 2), (delivery.Receipt.Accepted, delivery.Receipt.Duplicates));
        Assert.Equal([new RejectedItem(1, "no")], delivery.Receipt.Rejected);
        Assert.Equal(["1", "2"], delivery.Transactions.Select(t => t.Id));
        Assert.Equal(["1"], delivery.Cancelled);
    }

    [Fact]
    public void What_was_refused_is_passed_on_once_where_it_has_an_id_and_did_not_also_come_as_it_should_be()
    {
        var delivery = Delivery.Of("d", [Refused("1"), Refused("2"), Refused("2"), Occurred("1"), new DeliveredItem.Refused("no")]);

        Assert.Equal(["2"], delivery.Refused.Select(r => r.Id));
        Assert.Equal([0, 1, 2, 4], delivery.Receipt.Rejected.Select(r => r.Index));
    }

    [Fact]
    public void The_answer_has_the_names_of_the_contract() => Assert.Equal(
        """{"delivery":"d","accepted":1,"duplicates":0,"rejected":[{"index":1,"reason":"no"}]}""",
        JsonSerializer.Serialize(Delivery.Of("d", [Occurred("1"), new DeliveredItem.Refused("no")]).Receipt, CxJson.Lenient));

    [Fact]
    public void Parts_keep_order_and_number_and_each_fits_a_message() =>
        Prop.ForAll(Gen.Choose(0, 30_000).ListOf().Where(l => l.Count < 200).ToArbitrary(), sizes =>
        {
            var all = sizes.Select((size, i) => Transaction(i.ToString(), size)).ToList();
            var parts = TransactionPacking.Pack(all).ToList();
            return parts.SelectMany(p => p).SequenceEqual(all)
                && parts.All(p => p.Count > 0 && SizeOf(p) <= QueueSender.MaxBytes)
                && parts.Zip(parts.Skip(1)).All(two => SizeOf([.. two.First, two.Second[0]]) > QueueSender.MaxBytes - 1024);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_ordinary_delivery_is_one_message() =>
        Assert.Single(TransactionPacking.Pack(Enumerable.Range(0, 100).Select(i => Transaction(i.ToString(), 100))));

    [Theory]
    [InlineData(99, null, true)]
    [InlineData(100, null, true)]
    [InlineData(101, null, false)]
    [InlineData(101, 5L, false)]
    [InlineData(5, 101L, false)]
    public async Task A_body_is_read_up_to_the_limit_whatever_its_header_says(int bytes, long? claimed, bool isRead)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(new byte[bytes]);
        request.ContentLength = claimed;

        Assert.Equal(isRead, await BoundedBody.ReadAsync(request, 100, TestContext.Current.CancellationToken) is { } body && body.Length == bytes);
    }

    private static int SizeOf(IReadOnlyList<Transaction> part) =>
        JsonSerializer.SerializeToUtf8Bytes(new TransactionsReceived(1, new string('d', 128), "standard", DateTimeOffset.MaxValue, part), CxJson.Lenient).Length;

    private static DeliveredItem.Refused Refused(string id) => new("no", new RefusedTransaction(id, "no"));

    private static DeliveredItem.Occurred Occurred(string id) => new(Transaction(id, 1));

    private static Transaction Transaction(string id, int bytes) => new()
    {
        Id = id,
        Program = "p",
        Touchpoint = "t",
        OccurredAt = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero),
        Contact = new() { Id = "c" },
        Attributes = new Dictionary<string, string> { ["a"] = new('x', bytes) },
    };
}
