using CxFunctions.Channels.Sms;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("Hello", 1)]
    [InlineData("¿Cómo le fue?", 1)]
    public void A_short_text_is_one_segment(string text, int segments) => Assert.Equal(segments, SmsSegments.Of(text).Count);

    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Seven_bit_text_fits_160_or_153_a_part(int length, int segments)
    {
        var counted = SmsSegments.Of(new string('a', length));
        Assert.True(counted.IsGsm);
        Assert.Equal(segments, counted.Count);
    }

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void One_accent_outside_the_alphabet_makes_it_70_or_67(int length, int segments)
    {
        var counted = SmsSegments.Of("á" + new string('a', length - 1));
        Assert.False(counted.IsGsm);
        Assert.Equal(segments, counted.Count);
    }

    [Theory]
    [InlineData("€", 2)]
    [InlineData("[{|}]~^\\", 16)]
    [InlineData("ñ¿¡é", 4)]
    public void Characters_of_the_extension_table_take_two_septets(string text, int units)
    {
        var counted = SmsSegments.Of(text);
        Assert.True(counted.IsGsm);
        Assert.Equal(units, counted.Units);
    }

    [Fact]
    public void An_escaped_character_is_never_split_over_two_parts()
    {
        // 152 septets, then one of two that does not fit the 153rd: each part ends one septet short.
        var text = string.Concat(Enumerable.Repeat(new string('a', 152) + "€", 2));
        Assert.Equal(308, SmsSegments.Of(text).Units);
        Assert.Equal(3, SmsSegments.Of(text).Count);
    }

    [Fact]
    public void A_surrogate_pair_is_never_split_over_two_parts()
    {
        var text = new string('á', 66) + "😀" + new string('á', 66);
        Assert.Equal(134, SmsSegments.Of(text).Units);
        Assert.Equal(3, SmsSegments.Of(text).Count);
    }

    [Fact]
    public void More_text_never_costs_less() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string, string>((a, b) => SmsSegments.Of(a + b).Count >= SmsSegments.Of(a ?? "").Count));
}
