using CxFunctions.Sandbox.Sms;

namespace CxFunctions.Tests.Unit.Sandbox;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData("", 1, 1, "GSM-7")]
    [InlineData("a", 160, 1, "GSM-7")]
    [InlineData("a", 161, 2, "GSM-7")]
    [InlineData("a", 306, 2, "GSM-7")]
    [InlineData("a", 307, 3, "GSM-7")]
    [InlineData("€", 80, 1, "GSM-7")]
    [InlineData("€", 81, 2, "GSM-7")]
    [InlineData("ñ", 160, 1, "GSM-7")]
    [InlineData("á", 70, 1, "UCS-2")]
    [InlineData("á", 71, 2, "UCS-2")]
    [InlineData("ã", 134, 2, "UCS-2")]
    [InlineData("ã", 135, 3, "UCS-2")]
    [InlineData("😀", 35, 1, "UCS-2")]
    [InlineData("😀", 36, 2, "UCS-2")]
    public void Texts_are_billed_as_the_standard_says(string unit, int times, int parts, string encoding)
    {
        var segments = SmsSegments.Of(string.Concat(Enumerable.Repeat(unit, times)));
        Assert.Equal((encoding, parts), (segments.Encoding, segments.Count));
    }

    [Fact]
    public void An_escaped_character_is_never_cut_by_the_end_of_a_part()
    {
        // 152 plain, then escaped pairs: the first part ends one septet early.
        var text = new string('a', 152) + new string('[', 76);
        Assert.Equal(2, SmsSegments.Of(text).Count);
        Assert.Equal(3, SmsSegments.Of(text + "[").Count);
    }
}
