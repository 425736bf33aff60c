using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;

namespace CxFunctions.Tests.Unit.Contacts;

public sealed class ReachRulesTests
{
    private static readonly Contact Ana = new() { Id = "C-1", Phone = "+51987654321", Email = "ana@example.com", Consent = new() { Sms = true, Email = true } };

    [Fact]
    public void Nothing_speaks_against_a_message_to_somebody_who_agreed_and_has_an_address()
    {
        Assert.Null(ReachRules.Against(Ana, default));
        Assert.Null(ReachRules.Against(Ana, default, Channel.Sms));
        Assert.Null(ReachRules.Against(Ana, default, Channel.Email));
    }

    [Fact]
    public void What_speaks_against_the_person_is_told_before_what_speaks_against_the_channel()
    {
        var bare = new Contact { Id = "C-1" };
        var stopped = new SuppressionLook(Suppressed: true, At: default);
        Assert.Equal(ReachObstacle.Erased, ReachRules.Against(null, stopped, Channel.Sms));
        Assert.Equal(ReachObstacle.Suppressed, ReachRules.Against(bare, stopped, Channel.Sms));
        Assert.Equal(ReachObstacle.NoConsent, ReachRules.Against(bare, default, Channel.Sms));
        Assert.Equal(ReachObstacle.NoAddress, ReachRules.Against(bare with { Consent = new() { Sms = true } }, default, Channel.Sms));
    }

    [Fact]
    public void An_address_that_does_not_exist_closes_its_own_channel_only()
    {
        var gone = new SuppressionLook(Suppressed: false, At: default, Unreachable: ["ana@example.com"]);
        Assert.Equal(ReachObstacle.Unreachable, ReachRules.Against(Ana, gone, Channel.Email));
        Assert.Null(ReachRules.Against(Ana, gone, Channel.Sms));
        Assert.Equal([Channel.Email], ReachRules.Unreachable(Ana, gone));
        Assert.Empty(ReachRules.Unreachable(Ana, default));
    }

    [Fact]
    public void Consent_and_address_are_those_of_the_channel()
    {
        var contact = Ana with { Email = " ", Consent = new() { Sms = true } };
        Assert.Equal("+51987654321", ReachRules.AddressOf(contact, Channel.Sms));
        Assert.Null(ReachRules.AddressOf(contact, Channel.Email));
        Assert.Equal(ReachObstacle.NoConsent, ReachRules.Against(contact, default, Channel.Email));
        Assert.Equal(Channel.Sms, ReachRules.Choose([Channel.Email, Channel.Sms], contact, []));
        Assert.Null(ReachRules.Choose([Channel.Email, Channel.Sms], contact, [Channel.Sms]));
    }

    [Fact]
    public void A_landline_is_no_way_for_an_sms() => Assert.Equal(ReachObstacle.NoAddress, ReachRules.Against(Ana with { Phone = "+5116135000" }, default, Channel.Sms));
}
