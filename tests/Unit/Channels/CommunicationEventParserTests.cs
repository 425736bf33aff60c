using System.Text.Json;
using CxFunctions.Channels.Events;
using CxFunctions.Channels.Sends;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class CommunicationEventParserTests
{
    [Fact]
    public void The_validation_code_is_found() =>
        Assert.Equal(
            new CommunicationEvent.Validation("512d38b6"),
            Assert.Single(Parse("Microsoft.EventGrid.SubscriptionValidationEvent", """{"validationCode":"512d38b6","validationUrl":"https://x.example"}""", cloud: false)));

    [Theory]
    [InlineData(true, "Delivered", SendState.Delivered)]
    [InlineData(false, "Delivered", SendState.Delivered)]
    [InlineData(true, "Failed", SendState.Undelivered)]
    [InlineData(false, "Failed", SendState.Undelivered)]
    public void An_sms_report_is_read_in_either_schema(bool cloud, string status, SendState state)
    {
        var data = $$"""{"messageId":"Outgoing_1","from":"15551234567","to":"+51987654321","deliveryStatus":"{{status}}","deliveryStatusDetails":"x","receivedTimestamp":"2026-11-22T10:00:00Z","tag":"key-1"}""";
        var report = Assert.IsType<CommunicationEvent.Report>(Assert.Single(Parse("Microsoft.Communication.SMSDeliveryReportReceived", data, cloud)));
        Assert.Equal(("Outgoing_1", "key-1", state), (report.MessageId, report.Tag, report.State));
    }

    [Fact]
    public void The_tag_is_found_whatever_its_case()
    {
        var report = Parse("Microsoft.Communication.SMSDeliveryReportReceived", """{"messageId":"m","deliveryStatus":"Delivered","Tag":"key-2"}""", cloud: false);
        Assert.Equal("key-2", Assert.IsType<CommunicationEvent.Report>(Assert.Single(report)).Tag);
    }

    [Theory]
    [InlineData("Delivered", SendState.Delivered)]
    [InlineData("Bounced", SendState.Undelivered)]
    [InlineData("Suppressed", SendState.Undelivered)]
    [InlineData("FilteredSpam", SendState.Undelivered)]
    [InlineData("Quarantined", SendState.Undelivered)]
    [InlineData("Failed", SendState.Undelivered)]
    [InlineData("Expanded", null)]
    public void An_email_report_says_whether_it_arrived(string status, SendState? state)
    {
        var report = Parse("Microsoft.Communication.EmailDeliveryReportReceived", $$"""{"sender":"a@x","recipient":"b@x","messageId":"op-1","status":"{{status}}"}""", cloud: true);
        Assert.Equal(state, Assert.IsType<CommunicationEvent.Report>(Assert.Single(report)).State);
    }

    [Fact]
    public void A_report_carries_no_address_and_no_server_text()
    {
        var report = Parse("Microsoft.Communication.EmailDeliveryReportReceived", """{"recipient":"ana@example.com","messageId":"op-1","status":"Bounced","deliveryStatusDetails":{"statusMessage":"550 <ana@example.com> unknown"}}""", cloud: false);
        Assert.DoesNotContain("ana@", Assert.Single(report).ToString());
    }

    [Fact]
    public void A_received_sms_keeps_sender_and_text() =>
        Assert.Equal(
            new CommunicationEvent.SmsReceived("14255550123", "STOP", new(2026, 11, 22, 10, 0, 1, TimeSpan.Zero)),
            Assert.Single(Parse("Microsoft.Communication.SMSReceived", """{"messageId":"i","from":"14255550123","to":"18335550100","message":"STOP","receivedTimestamp":"2026-11-22T10:00:01Z"}""", cloud: false)));

    [Fact]
    public void Events_of_other_kinds_are_left_out() =>
        Assert.Empty(Parse("Microsoft.Storage.BlobCreated", """{"url":"https://x.example"}""", cloud: false));

    [Fact]
    public void What_is_no_event_is_refused() =>
        Assert.ThrowsAny<Exception>(() => CommunicationEventParser.Parse(BinaryData.FromString("[]x"), isCloudEvents: false));

    private static IReadOnlyList<CommunicationEvent> Parse(string type, string data, bool cloud)
    {
        var inner = JsonSerializer.Deserialize<JsonElement>(data);
        object body = cloud
            ? new { specversion = "1.0", id = "1", source = "/acs", type, time = "2026-11-22T10:00:02Z", data = inner }
            : new[] { new { id = "1", topic = "/acs", subject = "s", eventType = type, eventTime = "2026-11-22T10:00:02Z", dataVersion = "1.0", metadataVersion = "1", data = inner } };
        return CommunicationEventParser.Parse(BinaryData.FromObjectAsJson(body), cloud);
    }
}
