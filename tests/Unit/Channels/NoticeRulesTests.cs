using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class NoticeRulesTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static ManagerNotice Notice(string id, NoticeUrgency urgency = NoticeUrgency.Customer) =>
        new(1, id, "bank", ["manager", "regional"], [Channel.Sms, Channel.Email], "Subject", ["Line"], new("https://cx.example/"), urgency);

    [Fact]
    public void Those_who_wait_stand_by_urgency_and_then_by_time()
    {
        string[] expected = ["old-customer", "new-customer", "old-overdue", "older-score"];
        var places = new Dictionary<string, string>
        {
            ["older-score"] = Place(NoticeUrgency.Score, -60),
            ["new-customer"] = Place(NoticeUrgency.Customer, 30),
            ["old-overdue"] = Place(NoticeUrgency.Overdue, -30),
            ["old-customer"] = Place(NoticeUrgency.Customer, 0),
        };

        Assert.Equal(expected, places.OrderBy(p => p.Value, StringComparer.Ordinal).Select(p => p.Key));

        static string Place(NoticeUrgency urgency, int minutes) => NoticeRules.PlaceOf(Notice("n", urgency), "manager", Channel.Sms, Ten.AddMinutes(minutes));
    }

    [Fact]
    public void What_comes_late_says_of_when_it_is()
    {
        var lima = TimeZoneInfo.FindSystemTimeZoneById("America/Lima");
        Assert.Equal(["Line"], NoticeRules.ToldAt(Notice("n"), Ten, Ten.AddMinutes(9), lima).Lines);
        Assert.Equal(["Line", "This comes late: it is of 2026-11-23 05:00 America/Lima."], NoticeRules.ToldAt(Notice("n"), Ten, Ten.AddHours(1), lima).Lines);
    }

    [Fact]
    public void It_is_given_up_after_a_day_in_which_every_budget_was_made_whole_once()
    {
        Assert.False(NoticeRules.IsTooLate(Ten, Ten.AddDays(1).AddTicks(-1)));
        Assert.True(NoticeRules.IsTooLate(Ten, Ten.AddDays(1)));
    }

    [Fact]
    public void A_notice_of_an_earlier_release_is_read_as_one_about_a_customer()
    {
        const string earlier = """{"version":1,"id":"n","program":"bank","recipients":["manager"],"channels":["sms"],"subject":"s","lines":[],"link":"https://cx.example/"}""";

        Assert.Equal(NoticeUrgency.Customer, JsonSerializer.Deserialize<ManagerNotice>(earlier, CxJson.Lenient)!.Urgency);
    }
}
