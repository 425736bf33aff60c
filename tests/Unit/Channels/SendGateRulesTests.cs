using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Journeys;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class SendGateRulesTests
{
    private static readonly SendFacts Fine = new(Known: true, Suppressed: false, Expired: false, Consents: true, HasAddress: true, Awake: true, Affordable: true);

    [Fact]
    public void Nothing_speaks_against_a_message_when_all_is_well() => Assert.Null(SendGateRules.Judge(Fine));

    [Fact]
    public void Each_reason_alone_holds_the_message_back()
    {
        Assert.Equal(new SendOutcome(SendResult.Withheld, "contact-erased"), SendGateRules.Judge(Fine with { Known = false }));
        Assert.Equal(new SendOutcome(SendResult.Withheld, "suppressed"), SendGateRules.Judge(Fine with { Suppressed = true }));
        Assert.Equal(new SendOutcome(SendResult.Withheld, "expired"), SendGateRules.Judge(Fine with { Expired = true }));
        Assert.Equal(new SendOutcome(SendResult.Failed, "no-consent"), SendGateRules.Judge(Fine with { Consents = false }));
        Assert.Equal(new SendOutcome(SendResult.Failed, "no-address"), SendGateRules.Judge(Fine with { HasAddress = false }));
        Assert.Equal(new SendOutcome(SendResult.Failed, "address-unreachable"), SendGateRules.Judge(Fine with { Exists = false }));
        Assert.Equal(new SendOutcome(SendResult.Postponed, "quiet-hours"), SendGateRules.Judge(Fine with { Awake = false }));
        Assert.Equal(new SendOutcome(SendResult.Postponed, "budget-spent"), SendGateRules.Judge(Fine with { Affordable = false }));
    }

    [Fact]
    public void A_message_goes_out_only_when_every_fact_allows_it()
    {
        for (var bits = 0; bits < 256; bits++)
        {
            var facts = new SendFacts(Bit(0), Bit(1), Bit(2), Bit(3), Bit(4), Bit(5), Bit(6), Bit(7));
            Assert.Equal(facts == Fine, SendGateRules.Judge(facts) is null);

            bool Bit(int i) => (bits & (1 << i)) != 0;
        }
    }

    [Fact]
    public void What_forbids_it_for_ever_is_told_before_what_forbids_it_for_now() =>
        Assert.Equal(SendResult.Withheld, SendGateRules.Judge(Fine with { Suppressed = true, Awake = false, Affordable = false, HasAddress = false })!.Result);

    [Fact]
    public void Consent_and_address_are_those_of_the_channel()
    {
        var contact = new Contact { Id = "C-1", Phone = "+51987654321", Email = " ", Consent = new() { Sms = true } };
        Assert.True(SendGateRules.Consents(contact, Channel.Sms));
        Assert.False(SendGateRules.Consents(contact, Channel.Email));
        Assert.Equal("+51987654321", SendGateRules.AddressOf(contact, Channel.Sms));
        Assert.Null(SendGateRules.AddressOf(contact, Channel.Email));
    }
}
