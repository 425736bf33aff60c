using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Sms;
using CxFunctions.Contacts;
using CxFunctions.Messages;
using Microsoft.Extensions.Configuration;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class NoticeTests
{
    private static readonly Recipient Manager = new() { Name = "Service manager", Phone = "%ManagerPhone%", Email = "fixed@cx.example" };

    [Fact]
    public void Subject_and_link_are_always_in_the_sms_and_lines_as_they_fit()
    {
        var link = new Uri("https://cx.example/cases/abc");
        Assert.Equal("Detractor\nScore 2\nhttps://cx.example/cases/abc", NoticeText.Sms(Notice("Score 2")));

        var text = NoticeText.Sms(Notice("Score 2", new string('x', 1000)));

        Assert.StartsWith("Detractor\nScore 2\n", text);
        Assert.EndsWith(link.ToString(), text);
        Assert.True(SmsSegments.Of(text).Count <= NoticeText.MaxSegments);

        ManagerNotice Notice(params string[] lines) => new(1, "n", "bank", ["manager"], [Channel.Sms], "Detractor", lines, link);
    }

    private const string Link = "https://cx.example.com/cases/abcdefghijklmnopqrstuvwx";

    public static TheoryData<string> Said =>
    [
        "La cola es terrible", new string('x', 5000), "“Nadie” me atendió… ¡dos horas! — y se fue", string.Concat(Enumerable.Repeat("á", 400)),
        string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 60)), "e" + new string('\u0301', 300), "línea uno\r\nlínea dos\n\nlínea tres", string.Concat(Enumerable.Repeat("palabra ", 80)) + "ñandú é",
        "\u202Aoculto\u202C", "€^{}[]~|\\" + new string('€', 300),
    ];

    [Theory]
    [MemberData(nameof(Said))]
    public void Score_touchpoint_deadline_and_link_are_always_there_and_the_words_fill_what_is_left(string words)
    {
        var notice = new ManagerNotice(
            1, "n", "bank", ["manager"], [Channel.Sms], "Banco Andino: unhappy customer at Branch visit (Lima Centro)",
            ["NPS 2 of 10.", "Please pick it up by 2026-11-23 16:00 UTC and close it by 2026-11-25 15:00 UTC."], new Uri(Link), Words: words);
        var text = NoticeText.Sms(notice);
        var segments = SmsSegments.Of(text);

        Assert.InRange(segments.Count, 1, NoticeText.MaxSegments);
        Assert.All(["NPS 2 of 10.", "Branch visit", "16:00 UTC", "15:00 UTC"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.EndsWith("\n" + Link, text, StringComparison.Ordinal);
        var quoted = text.Split('\n').SingleOrDefault(line => line.StartsWith('"'));
        Assert.True(quoted?.EndsWith('"') ?? !words.Any(char.IsLetter), text);
        if (quoted is not null && !quoted.EndsWith("...\"", StringComparison.Ordinal))
        {
            return; // all of it
        }
        // There is no room left, and no character is cut in two.
        Assert.True(quoted is null || segments.Count == NoticeText.MaxSegments, text);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.True(quoted is null || !quoted.EndsWith("\u200D...\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Curled_quotes_and_dashes_do_not_make_an_sms_dearer()
    {
        var notice = new ManagerNotice(1, "n", "bank", ["manager"], [Channel.Sms], "Detractor – Lima", ["NPS 2 of 10."], new Uri(Link), Words: "“Nadie” me ayudó… — ‘nunca’".Replace("ó", "o"));
        var text = NoticeText.Sms(notice);
        Assert.True(SmsSegments.Of(text).IsGsm, text);
        Assert.Contains("\"\"Nadie\" me ayudo... - 'nunca'\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_may_name_a_setting()
    {
        var addresses = With("ManagerPhone", "+12025550190");
        Assert.Equal("+12025550190", addresses.Of(Manager, Channel.Sms));
        Assert.Equal("fixed@cx.example", addresses.Of(Manager, Channel.Email));
    }

    [Fact]
    public void An_empty_setting_says_that_the_person_is_not_reached_that_way() =>
        Assert.Null(With("ManagerPhone", "").Of(Manager, Channel.Sms));

    [Fact]
    public void A_missing_setting_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => With("Other", "x").Of(Manager, Channel.Sms));
        Assert.StartsWith("ManagerPhone: ", error.Message);
    }

    private static NoticeAddresses With(string setting, string value) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build());
}
