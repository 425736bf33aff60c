namespace CxFunctions.Tests.Tools.StandIns.OfficialApi;

/// <summary>What compiles against a stand-in must compile against the official package.</summary>
public sealed class StandInsOfferNothingOfTheirOwnTests
{
    public static TheoryData<string> StandIns => [.. StandInAssemblies.Names];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Every_public_line_of_a_stand_in_is_in_the_official_list(string assembly) =>
        Assert.Empty(StandInAssemblies.Beyond(StandInAssemblies.PathOf(assembly), OfficialLists.For(assembly)));

    [Fact]
    public void The_stand_ins_of_the_four_Azure_clients_and_no_others_are_checked() =>
        Assert.Equal(
            ["Azure.AI.TextAnalytics", "Azure.Communication.Common", "Azure.Communication.Email", "Azure.Communication.Sms"],
            StandInAssemblies.Names);

    [Theory]
    [InlineData("Azure.AI.TextAnalytics", "Azure.AI.TextAnalytics.TextAnalyticsClient is class")]
    [InlineData("Azure.Communication.Sms", "Azure.Communication.Sms.SmsClient is class")]
    [InlineData("Azure.Communication.Email", "Azure.Communication.Email.EmailClient is class")]
    public void A_surface_that_is_read_is_not_empty(string assembly, string line) =>
        Assert.Contains(line, StandInAssemblies.Beyond(StandInAssemblies.PathOf(assembly), new HashSet<string>()));
}
