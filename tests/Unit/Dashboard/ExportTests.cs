using CxFunctions.Catalog;
using CxFunctions.Dashboard.Exports;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Dashboard;

public class ExportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProgramCatalog Catalog = new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Catalog", "Programs"), "*.json").Order(StringComparer.Ordinal).Select(ProgramFile.Load));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+51", "'+51")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r=1", "'\r'=1")]
    [InlineData("\n=1", "'\n'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\u200B=1+1", "'\u200B=1+1")]
    [InlineData("\"=1+1", "'\"=1+1")]
    [InlineData("hola;=1+1", "hola;'=1+1")]
    [InlineData("hola,@x", "hola,'@x")]
    [InlineData("hola\t-1", "hola\t'-1")]
    [InlineData("hola; \" =1", "hola;' \" =1")]
    [InlineData("uno\n- dos\n- tres", "uno\n'- dos\n'- tres")]
    [InlineData("1=1", "1=1")]
    [InlineData("bien", "bien")]
    [InlineData("bien, gracias; todo-bien + rápido", "bien, gracias; todo-bien + rápido")]
    [InlineData("", "")]
    public void No_text_can_start_a_formula_however_the_line_is_split(string text, string cell) => Assert.Equal(cell, CsvRules.Guard(text));

    [Theory]
    [InlineData("7", false)]
    [InlineData("0", false)]
    [InlineData("123456789012345", false)]
    [InlineData("007", true)]
    [InlineData("1234567890123456", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("1E5", true)]
    [InlineData("3-4", true)]
    [InlineData("1/2", true)]
    [InlineData("12:30", true)]
    [InlineData("9.5", true)]
    [InlineData("1,000", true)]
    [InlineData("2026-11-22", true)]
    [InlineData("MAR1", true)]
    [InlineData("SEPT2", true)]
    [InlineData("1-dic", true)]
    [InlineData("T-1", false)]
    [InlineData("Marta", false)]
    [InlineData("1 mesa", false)]
    [InlineData("ORD-2026-11", false)]
    [InlineData("a7", false)]
    public void What_a_spreadsheet_would_take_for_another_thing_is_kept_as_text(string text, bool kept) =>
        Assert.Equal(kept ? "'" + text : text, CsvRules.Guard(text));

    /// <summary>By whatever separator, with quotes honoured as RFC 4180 has it or not at all.</summary>
    [Fact]
    public void No_reader_finds_a_formula_in_any_text() => Prop.ForAll(
        Gen.Elements("=1+1", "@x", "+1", "-1", ";", ",", "\t", "\n", "\r\n", "\"", " ", "\u00A0", "\u200B", "a", "1", "|").ArrayOf().ToArbitrary(),
        pieces =>
        {
            var written = "\"" + CsvRules.Guard(string.Concat(pieces)).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            string[] cells = [.. written.Split('\n', '\r', ';'), .. written.Split('\n', '\r', ','), .. written.Split('\n', '\r', '\t'), CsvRules.Guard(string.Concat(pieces))];
            return cells.All(cell => cell.Trim(' ', '"', '\u00A0', '\u200B') is not { Length: > 0 } seen || !"=+-@".Contains(seen[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("&separator=semicolon&bom=false&zone=America/Lima", ";", false, "2026-11-22T07:00:00-05:00")]
    [InlineData("&separator=tab", "\t", true, "2026-11-22T12:00:00Z")]
    [InlineData("", ",", true, "2026-11-22T12:00:00Z")]
    public void Separator_mark_and_zone_of_a_csv_can_be_chosen(string more, string separator, bool mark, string written)
    {
        var form = Parse("?program=bank&format=csv" + more).Csv!;
        Assert.Equal((separator, mark, written), (form.Separator, form.WithMark, form.Write(Now)));
    }

    [Theory]
    [InlineData("?program=nope", "program: name one of bank, retail, or leave it out for all.")]
    [InlineData("?touchpoint=x", "touchpoint: name one of call-center, branch, loan, purchase, delivery, support-ticket, or leave it out for all.")]
    [InlineData("?program=bank&touchpoint=x", "touchpoint: name one of call-center, branch, loan, or leave it out for all.")]
    [InlineData("?program=bank&from=yesterday", "from: a day or an instant as ISO 8601, for instance 2026-11-22 or 2026-11-22T10:00:00Z.")]
    [InlineData("?program=bank&from=2026-11-22&to=2026-11-21", "from: must lie before to.")]
    [InlineData("?program=bank&format=xml", "format: json or csv.")]
    [InlineData("?program=bank&format=csv&separator=pipe", "separator: comma, semicolon, tab.")]
    [InlineData("?program=bank&format=csv&bom=no", "bom: true or false.")]
    [InlineData("?program=bank&format=csv&zone=Lima", "zone: an IANA time zone, for instance America/Lima.")]
    [InlineData("?program=bank&limit=0", "limit: 1 to 1000.")]
    [InlineData("?program=bank&limit=1001", "limit: 1 to 1000.")]
    [InlineData("?program=bank&continuation=%25", "continuation: use it as the last answer gave it, with the same filters.")]
    public void A_wrong_parameter_is_named_with_what_is_allowed(string query, string message) =>
        Assert.Equal(message, Assert.Throws<ExportQueryException>(() => Parse(query)).Message);

    [Fact]
    public void What_is_left_out_means_the_newest_of_everything()
    {
        var query = Parse("?program=bank");
        Assert.Equal((null, Now.AddDays(-7), Now, null, 500, null), (query.Touchpoint, query.From.Utc, query.To.Utc, query.Csv, query.Limit, query.After));
    }

    [Fact]
    public void A_continuation_brings_back_its_position()
    {
        var token = new ExportPosition("bank", "123|journey-ñ").Token;
        Assert.Equal(("bank", "123|journey-ñ"), Assert.Single(Parse($"?program=bank&continuation={token}").Parts.Select(p => (p.List, p.After))));
        Assert.Throws<ExportQueryException>(() => Parse($"?program=retail&continuation={token}"));
    }

    [Fact]
    public void Without_a_program_all_are_listed_in_turn_and_a_continuation_skips_those_that_are_done()
    {
        Assert.Equal([("bank", null), ("retail", null)], Parse("?").Parts.Select(p => (p.List, p.After)));
        Assert.Equal(["branch", "store"], Parse("?").DimensionNames);
        var inRetail = new ExportPosition("retail", "7").Token;
        Assert.Equal([("retail", "7")], Parse($"?continuation={inRetail}").Parts.Select(p => (p.List, p.After)));
    }

    [Fact]
    public void What_belongs_to_no_program_comes_last_and_only_where_no_program_is_asked_for()
    {
        Assert.Equal(["bank", "retail", "~"], Parse("?", "~").Parts.Select(p => p.List));
        Assert.Equal(["bank"], Parse("?program=bank", "~").Parts.Select(p => p.List));
        Assert.Equal([("~", "7")], Parse($"?continuation={new ExportPosition("~", "7").Token}", "~").Parts.Select(p => (p.List, p.After)));
        Assert.Throws<ExportQueryException>(() => Parse($"?continuation={new ExportPosition("~", "7").Token}"));
    }

    [Theory]
    [InlineData("?", "2026-11-15T12:00:00Z", "2026-11-22T12:05:00Z")]
    [InlineData("?to=2026-11-20", "2026-11-13T00:00:00Z", "2026-11-20T00:00:00Z")]
    [InlineData("?from=2026-11-20", "2026-11-20T00:00:00Z", "2026-11-22T12:05:00Z")]
    public void A_list_may_go_on_a_little_beyond_now(string query, string from, string to) =>
        Assert.Equal((DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)), Parse(query, ahead: TimeSpan.FromMinutes(5)) is var q ? (q.From.Utc, q.To.Utc) : default);

    [Theory]
    [InlineData("?from=2026-11-20&to=2026-11-21", "2026-11-20T05:00:00Z", "2026-11-21T05:00:00Z")]
    [InlineData("?from=2026-11-20T10:00:00Z&to=2026-11-20T23:00:00-02:00", "2026-11-20T10:00:00Z", "2026-11-21T01:00:00Z")]
    [InlineData("?to=2026-11-20", "2026-11-13T05:00:00Z", "2026-11-20T05:00:00Z")]
    public void A_day_without_a_zone_is_the_program_s_where_its_days_are_meant(string query, string from, string to)
    {
        var (asked, lima) = (Parse(query), TimeZoneInfo.FindSystemTimeZoneById("America/Lima"));
        Assert.Equal((DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)), (asked.From.In(lima), asked.To.In(lima)));
    }

    [Theory]
    [InlineData("?program=bank", true)]
    [InlineData("?program=bank&touchpoint=branch&channel=SMS&branch=Lima", true)]
    [InlineData("?program=bank&touchpoint=loan", false)]
    [InlineData("?program=bank&channel=email", false)]
    [InlineData("?program=bank&branch=Cusco", false)]
    [InlineData("?program=bank&store=Lima", true)]
    public void Filters_hold_together_and_unknown_dimensions_are_none(string query, bool holds) =>
        Assert.Equal(holds, Parse(query).Holds("branch", Channel.Sms, new Dictionary<string, string> { ["branch"] = "Lima" }));

    private static ExportQuery Parse(string query, string? beside = null, TimeSpan ahead = default) =>
        ExportQuery.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).ToDictionary(q => q.Key, q => q.Value)), Catalog, Now, TimeSpan.FromDays(7), beside, ahead);
}
