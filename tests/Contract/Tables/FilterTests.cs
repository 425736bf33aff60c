using System.Globalization;
using System.Linq.Expressions;
using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class FilterTests(TableStorage storage)
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 15, 0, TimeSpan.FromHours(-5));
    private static readonly Guid Id = Guid.Parse("6d81f1c4-9b5e-4d4b-8a36-0d5e3a0f4a11");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Values_in_a_text_filter_are_quoted_and_escaped() => Assert.Equal(
        "a eq 'O''Brien' and b gt 5 and c eq 5L and d lt 0.5 and e eq true and f ge datetime'2026-11-22T15:15:00.0000000Z'"
            + " and g eq guid'6d81f1c4-9b5e-4d4b-8a36-0d5e3a0f4a11' and h eq X'01FF'",
        TableClient.CreateQueryFilter($"a eq {"O'Brien"} and b gt {5} and c eq {5L} and d lt {0.5} and e eq {true} and f ge {At} and g eq {Id} and h eq {new byte[] { 1, 255 }}"));

    [Fact]
    public void A_number_is_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("es-PE");
        try
        {
            Assert.Equal("d eq 1234.5", TableClient.CreateQueryFilter($"d eq {1234.5}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_without_a_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"a eq {new Uri("http://x")}"));

    [Fact]
    public void A_lambda_says_what_the_text_would()
    {
        var from = "2026";
        Assert.Equal(
            "(PartitionKey eq 'p') and (RowKey ge '2026')",
            TableClient.CreateQueryFilter<SurveyRow>(row => row.PartitionKey == "p" && string.Compare(row.RowKey, from, StringComparison.Ordinal) >= 0));
        Assert.Equal("RowKey lt '2026'", TableClient.CreateQueryFilter<SurveyRow>(row => row.RowKey.CompareTo(from) < 0));
        Assert.Equal("Text eq 'x'", TableClient.CreateQueryFilter<SurveyRow>(row => string.Equals(row.Text, "x", StringComparison.Ordinal)));
        Assert.Equal("Text eq 'x'", TableClient.CreateQueryFilter<SurveyRow>(row => row.Text!.Equals("x")));
        Assert.Equal("Whole gt 3", TableClient.CreateQueryFilter<SurveyRow>(row => 3 < row.Whole));
        Assert.Equal("not (Flag eq true)", TableClient.CreateQueryFilter<SurveyRow>(row => !row.Flag));
        Assert.Equal("(Mood eq 'Cross') or (Big eq 5L)", TableClient.CreateQueryFilter<SurveyRow>(row => row.Mood == Mood.Cross || row.Big == 5));
        Assert.Equal("MaybeMood eq 'Happy'", TableClient.CreateQueryFilter<SurveyRow>(row => row.MaybeMood == Mood.Happy));
        Assert.Equal("score ge 9", TableClient.CreateQueryFilter<TableEntity>(row => row.GetInt32("score") >= 9));
        Assert.Equal("name eq 'x'", TableClient.CreateQueryFilter<TableEntity>(row => (string)row["name"] == "x"));
    }

    [Fact]
    public void What_the_service_cannot_compare_is_refused_here()
    {
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<SurveyRow>(row => row.Text!.StartsWith('x')));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<SurveyRow>(row => row.Whole == row.MaybeWhole));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<SurveyRow>(row => row.Original == "x"));
    }

    [Fact]
    public async Task Each_type_is_compared_by_the_service_as_itself()
    {
        var table = await storage.CreateTableAsync();
        var low = new SurveyRow { PartitionKey = "p", RowKey = "low", Whole = 9, Big = 9, Fraction = 9, At = At.AddTicks(-1), AtUtc = DateTime.UnixEpoch };
        var high = new SurveyRow
        {
            PartitionKey = "p",
            RowKey = "high",
            Text = "O'Brien",
            Whole = 10,
            Big = 10_000_000_000,
            Fraction = 10.5,
            Flag = true,
            Id = Id,
            At = At,
            AtUtc = At.UtcDateTime,
            Mood = Mood.Cross,
        };
        await table.AddEntityAsync(low, Cancellation);
        await table.AddEntityAsync(high, Cancellation);

        foreach (var query in new[]
        {
            All(row => row.Text == "O'Brien"),
            All(row => row.Whole > 9),
            All(row => row.Big > 9),
            All(row => row.Fraction >= 10.5),
            All(row => row.Flag),
            All(row => row.Id == Id),
            All(row => row.At >= At),
            All(row => row.AtUtc > DateTime.UnixEpoch),
            All(row => row.Mood == Mood.Cross),
            table.QueryAsync<SurveyRow>(TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey lt {"i"}"), cancellationToken: Cancellation),
        })
        {
            Assert.Equal("high", Assert.Single(await query.ToListAsync(Cancellation)).RowKey);
        }
        Assert.Equal(2, await All(_ => true).CountAsync(Cancellation));

        AsyncPageable<SurveyRow> All(Expression<Func<SurveyRow, bool>> filter) => table.QueryAsync(filter, cancellationToken: Cancellation);
    }
}
