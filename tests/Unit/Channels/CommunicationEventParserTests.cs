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
    public void A_report_says_no_address_and_no_server_text()
    {
        var report = Parse("Microsoft.Communication.EmailDeliveryReportReceived", """{"recipient":"ana@example.com","messageId":"op-1","status":"Bounced","deliveryStatusDetails":{"statusMessage":"550 <ana@example.com> unknown"}}""", cloud: false);
        Assert.DoesNotContain("ana@", Assert.Single(report).ToString());
    }

    [Theory]
    [InlineData("Bounced", "550 5.1.1 The mailbox does not exist.", true)]
    [InlineData("Bounced", "", true)]
    [InlineData("Bounced", "552 5.2.2 Mailbox full", false)]
    [InlineData("Bounced", "451 4.4.1 Timeout", false)]
    [InlineData("Bounced", "550 5.7.1 Blocked by policy", false)]
    [InlineData("Suppressed", "550 5.1.1 unknown", false)]
    [InlineData("FilteredSpam", "550 5.1.1 unknown", false)]
    [InlineData("Failed", "550 5.1.1 unknown", false)]
    public void Only_a_mailbox_that_does_not_exist_is_gone(string status, string details, bool gone)
    {
        var data = $$$"""{"recipient":"ana@example.com","messageId":"op-1","status":"{{{status}}}","deliveryStatusDetails":{"statusMessage":"{{{details}}}"}}""";
        var report = Assert.IsType<CommunicationEvent.Report>(Assert.Single(Parse("Microsoft.Communication.EmailDeliveryReportReceived", data, cloud: true)));
        Assert.Equal(gone ? "ana@example.com" : null, report.Gone?.Value);
        Assert.DoesNotContain("ana@", report.ToString());
    }

    [Theory]
    [InlineData("Failed", "4004: Message failed to deliver since Destination/To number doesn't exist.", true)]
    [InlineData("Failed", "Message is rejected due to invalid Destination/To number format.", true)]
    [InlineData("Failed", "The number is unassigned.", true)]
    [InlineData("Failed", "Destination handset is unavailable or the number is unassigned.", false)]
    [InlineData("Failed", "The Destination/To number is not reachable.", false)]
    [InlineData("Failed", "Sender blocked for given recipient.", false)]
    [InlineData("Failed", "4005", false)]
    [InlineData("Delivered", "4004", false)]
    public void Only_a_number_that_does_not_exist_is_gone(string status, string details, bool gone)
    {
        var data = $$"""{"messageId":"m","to":"+51987654321","deliveryStatus":"{{status}}","deliveryStatusDetails":"{{details}}","tag":"key-1"}""";
        var report = Assert.IsType<CommunicationEvent.Report>(Assert.Single(Parse("Microsoft.Communication.SMSDeliveryReportReceived", data, cloud: false)));
        Assert.Equal(gone ? "+51987654321" : null, report.Gone?.Value);
    }

    [Fact]
    public void A_received_sms_keeps_sender_and_text() =>
        Assert.Equal(
            new CommunicationEvent.SmsReceived("14255550123", "STOP", new(2026, 11, 22, 10, 0, 1, TimeSpan.Zero), "i"),
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
