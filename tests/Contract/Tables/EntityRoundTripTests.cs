using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class EntityRoundTripTests(TableStorage storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_of_every_type_comes_back_as_it_was()
    {
        var table = await storage.CreateTableAsync();
        var row = new SurveyRow
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "¡Qué bien! \"quoted\" \\ 日本 😀 \n\t",
            Whole = -3,
            MaybeWhole = 0,
            Big = long.MaxValue,
            Fraction = 5,
            MaybeFraction = 1e-7,
            Flag = true,
            Id = Guid.NewGuid(),
            At = new(2026, 11, 22, 10, 15, 0, 123, TimeSpan.FromHours(-5)),
            AtUtc = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1),
            MaybeAt = DateTimeOffset.UnixEpoch,
            Bytes = [0, 1, 254, 255],
            Data = BinaryData.FromString("binary"),
            Mood = Mood.Cross,
            MaybeMood = Mood.Happy,
            Initial = "set once",
            Original = "under another name",
            Secret = "stays here",
        };
        row.SetInner(7);
        var written = await table.AddEntityAsync(row, Cancellation);
        var read = (await table.GetEntityAsync<SurveyRow>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal(written.Headers.ETag, read.ETag);
        Assert.InRange(read.Timestamp!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Null(read.Secret);
        Assert.Equal(row.Data.ToString(), read.Data!.ToString());
        Assert.Equal(DateTimeKind.Utc, read.AtUtc.Kind);
        (row.ETag, row.Timestamp, row.Secret, row.Data, read.Data) = (read.ETag, read.Timestamp, null, null, null);
        row.At = row.At.ToUniversalTime();
        Assert.Equivalent(row, read, strict: true);
    }

    [Fact]
    public async Task A_row_without_a_type_of_its_own_keeps_the_types_of_its_values()
    {
        var table = await storage.CreateTableAsync();
        var at = new DateTimeOffset(2026, 11, 22, 10, 15, 0, TimeSpan.Zero);
        var id = Guid.NewGuid();
        var row = new TableEntity("p", "r")
        {
            ["text"] = "x",
            ["int"] = 1,
            ["long"] = 1L,
            ["whole"] = 1.0,
            ["fraction"] = 0.5,
            ["nan"] = double.NaN,
            ["infinite"] = double.NegativeInfinity,
            ["flag"] = false,
            ["id"] = id,
            ["at"] = at,
            ["bytes"] = new byte[] { 1, 2 },
            ["data"] = BinaryData.FromString("b"),
            ["nothing"] = null!,
        };
        await table.AddEntityAsync(row, Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        Assert.Equal("x", read.GetString("text"));
        Assert.Equal(1, read.GetInt32("int"));
        Assert.Equal(1L, read.GetInt64("long"));
        Assert.Equal(1.0, read.GetDouble("whole"));
        Assert.Equal(0.5, read.GetDouble("fraction"));
        Assert.Equal(double.NaN, read.GetDouble("nan"));
        Assert.Equal(double.NegativeInfinity, read.GetDouble("infinite"));
        Assert.False(read.GetBoolean("flag"));
        Assert.Equal(id, read.GetGuid("id"));
        Assert.Equal(at, read.GetDateTimeOffset("at"));
        Assert.Equal(at.UtcDateTime, read.GetDateTime("at"));
        Assert.Equal([1, 2], read.GetBinary("bytes"));
        Assert.Equal("b", read.GetBinaryData("data")!.ToString());
        Assert.False(read.ContainsKey("nothing"));
        Assert.Null(read.GetString("never written"));
        Assert.Throws<InvalidOperationException>(() => read.GetInt32("text"));
    }

    [Fact]
    public async Task A_name_beyond_ASCII_and_a_name_that_looks_like_a_type_mark_are_kept()
    {
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["año"] = 2026 }, Cancellation);
        Assert.Equal(2026, (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value.GetInt32("año"));
    }

    [Fact]
    public async Task Merge_keeps_what_it_does_not_name_and_replace_drops_it()
    {
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1, ["b"] = 2 }, Cancellation);

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["b"] = 3 }, ETag.All, TableUpdateMode.Merge, Cancellation);
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;
        Assert.Equal((1, 3), (merged.GetInt32("a"), merged.GetInt32("b")));

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["b"] = 4 }, merged.ETag, TableUpdateMode.Replace, Cancellation);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;
        Assert.Equal((null, 4), (replaced.GetInt32("a"), replaced.GetInt32("b")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task Upsert_writes_whether_the_row_is_there_or_not(TableUpdateMode mode)
    {
        var table = await storage.CreateTableAsync();
        foreach (var value in new[] { 1, 2 })
        {
            var written = await table.UpsertEntityAsync(new TableEntity("p", "r") { ["v"] = value }, mode, Cancellation);
            var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;
            Assert.Equal(value, read.GetInt32("v"));
            Assert.Equal(written.Headers.ETag, read.ETag);
        }
    }

    [Fact]
    public async Task Only_the_properties_asked_for_come_back()
    {
        var table = await storage.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1, ["b"] = 2 }, Cancellation);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["a"], Cancellation)).Value;
        Assert.Equal((1, null), (read.GetInt32("a"), read.GetInt32("b")));
    }

    [Fact]
    public void A_waiting_caller_gets_the_same()
    {
        var table = storage.Service.GetTableClient(TableStorage.NewName());
        table.Create(Cancellation);
        var etag = table.AddEntity(new TableEntity("p", "r") { ["v"] = 1 }, Cancellation).Headers.ETag!.Value;
        table.UpdateEntity(new TableEntity("p", "r") { ["v"] = 2 }, etag, cancellationToken: Cancellation);
        Assert.Equal(2, table.GetEntity<TableEntity>("p", "r", cancellationToken: Cancellation).Value.GetInt32("v"));
        Assert.Single(table.Query<TableEntity>(row => row.PartitionKey == "p", cancellationToken: Cancellation));
        Assert.Equal(204, table.DeleteEntity("p", "r", cancellationToken: Cancellation).Status);
        Assert.False(table.GetEntityIfExists<TableEntity>("p", "r", cancellationToken: Cancellation).HasValue);
        Assert.Equal(204, table.Delete(Cancellation).Status);
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(Mood.Happy)]
    public async Task A_value_that_a_table_cannot_keep_is_refused_before_it_is_sent(object value)
    {
        var table = await storage.CreateTableAsync();
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = value }, Cancellation));
    }

    [Fact]
    public async Task A_time_that_is_not_UTC_is_refused_before_it_is_sent()
    {
        var table = await storage.CreateTableAsync();
        var row = new TableEntity("p", "r") { ["at"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) };
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(row, Cancellation));
    }
}
