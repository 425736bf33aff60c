using CxFunctions.Channels;
using CxFunctions.Contacts;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class SendGateRulesTests
{
    private static readonly SendFacts Fine = new(Obstacle: null, Expired: false, Awake: true, Affordable: true, Open: true);

    [Fact]
    public void Nothing_speaks_against_a_message_when_all_is_well() => Assert.Null(SendGateRules.Judge(Fine));

    [Fact]
    public void Each_reason_alone_holds_the_message_back()
    {
        Assert.Equal(new SendOutcome(SendResult.Withheld, "contact-erased"), SendGateRules.Judge(Fine with { Obstacle = ReachObstacle.Erased }));
        Assert.Equal(new SendOutcome(SendResult.Withheld, "suppressed"), SendGateRules.Judge(Fine with { Obstacle = ReachObstacle.Suppressed }));
        Assert.Equal(new SendOutcome(SendResult.Withheld, "expired"), SendGateRules.Judge(Fine with { Expired = true }));
        Assert.Equal(new SendOutcome(SendResult.Failed, "no-consent"), SendGateRules.Judge(Fine with { Obstacle = ReachObstacle.NoConsent }));
        Assert.Equal(new SendOutcome(SendResult.Failed, "no-address"), SendGateRules.Judge(Fine with { Obstacle = ReachObstacle.NoAddress }));
        Assert.Equal(new SendOutcome(SendResult.Failed, "address-unreachable"), SendGateRules.Judge(Fine with { Obstacle = ReachObstacle.Unreachable }));
        Assert.Equal(new SendOutcome(SendResult.Postponed, "quiet-hours"), SendGateRules.Judge(Fine with { Awake = false }));
        Assert.Equal(new SendOutcome(SendResult.Postponed, "budget-spent"), SendGateRules.Judge(Fine with { Affordable = false }));
        Assert.Equal(new SendOutcome(SendResult.Postponed, "channel-stopped"), SendGateRules.Judge(Fine with { Open = false }));
    }

    [Fact]
    public void A_message_goes_out_only_when_every_fact_allows_it()
    {
        foreach (var obstacle in Enum.GetValues<ReachObstacle>().Select(o => (ReachObstacle?)o).Append(null))
        {
            for (var bits = 0; bits < 16; bits++)
            {
                var facts = new SendFacts(obstacle, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
                Assert.Equal(facts == Fine, SendGateRules.Judge(facts) is null);
            }
        }
    }

    [Fact]
    public void What_forbids_it_for_ever_is_told_before_what_forbids_it_for_now() =>
        Assert.Equal(SendResult.Withheld, SendGateRules.Judge(Fine with { Obstacle = ReachObstacle.Suppressed, Awake = false, Affordable = false })!.Result);
}
