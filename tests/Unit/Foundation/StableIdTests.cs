using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public class StableIdTests
{
    [Fact]
    public void The_same_parts_give_the_same_id_and_others_another()
    {
        Assert.Equal(StableId.Of("hubspot", "1"), StableId.Of("hubspot", "1"));
        Assert.NotEqual(StableId.Of("hub", "spot1"), StableId.Of("hubspot", "1"));
        Assert.Matches("^[A-Za-z0-9_-]{27}$", StableId.Of("x"));
    }

    [Fact]
    public void A_name_based_guid_carries_version_5_and_the_RFC_variant()
    {
        var text = StableId.GuidOf("journey-1/sms/invite").ToString();

        Assert.Equal('5', text[14]);
        Assert.Contains(text[19], "89ab");
        Assert.Equal(StableId.GuidOf("a"), StableId.GuidOf("a"));
        Assert.NotEqual(StableId.GuidOf("a"), StableId.GuidOf("b"));
    }
}
