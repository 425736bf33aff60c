using System.Text.Json.Nodes;
using CxFunctions.Channels.Sms;
using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class RepeatabilityPolicyTests
{
    private static readonly Repeatability Fixed = new(StableId.GuidOf("journey-1|sms"), new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(-5)));

    [Fact]
    public void The_random_id_gives_way_to_the_derived_one_and_nothing_else_changes()
    {
        var body = BinaryData.FromString("""{"from":"+18335550100","smsRecipients":[{"to":"+51987654321","repeatabilityRequestId":"210a0000-0000-0000-0000-000000000000","repeatabilityFirstSent":"Sun, 22 Nov 2026 00:57:20 GMT"}],"message":"Hola ñ","smsSendOptions":{"enableDeliveryReport":true,"tag":"t"}}""");

        var sent = JsonNode.Parse(RepeatabilityPolicy.Rewrite(body, Fixed))!;

        Assert.Equal(Fixed.RequestId.ToString(), (string?)sent["smsRecipients"]![0]!["repeatabilityRequestId"]);
        Assert.Equal("Sun, 22 Nov 2026 15:00:00 GMT", (string?)sent["smsRecipients"]![0]!["repeatabilityFirstSent"]);
        Assert.Equal(("+51987654321", "Hola ñ", "t"), ((string?)sent["smsRecipients"]![0]!["to"], (string?)sent["message"], (string?)sent["smsSendOptions"]!["tag"]));
    }

    [Fact]
    public void One_id_can_not_stand_for_two_recipients() =>
        Assert.Throws<InvalidOperationException>(() => RepeatabilityPolicy.Rewrite(BinaryData.FromString("""{"smsRecipients":[{},{}]}"""), Fixed));

    [Fact]
    public async Task The_scope_follows_the_call_and_ends_with_it()
    {
        using (Fixed.Begin())
        {
            await Task.Yield();
            Assert.Same(Fixed, Repeatability.Current);
        }
        Assert.Null(Repeatability.Current);
    }
}
