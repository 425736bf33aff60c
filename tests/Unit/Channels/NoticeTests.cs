using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Sms;
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
