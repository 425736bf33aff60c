using CxFunctions.Channels.Wishes;

namespace CxFunctions.Tests.Unit.Channels.Wishes;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("  ¡Bájá!  ", "baja")]
    [InlineData("S T O P", "stop")]
    [InlineData("s.t.o.p.", "stop")]
    [InlineData("S-T-O-P", "stop")]
    [InlineData("ＳＴＯＰ", "stop")]
    [InlineData("𝗦𝗧𝗢𝗣", "stop")]
    [InlineData("st​op", "stop")]
    [InlineData("s\u00adtop", "stop")]
    [InlineData("stoooop", "stop")]
    [InlineData("“Stop”", "stop")]
    [InlineData("don’t", "dont")]
    [InlineData("opt-out", "optout")]
    [InlineData("non-stop", "nonstop")]
    [InlineData("ST0P", "stop")]
    [InlineData("STOP1", "stop")]
    [InlineData("🛑 stop 🛑", "stop")]
    [InlineData("STOP - Ana", "stop|ana")]
    [InlineData("stop: ana", "stop ana")]
    [InlineData("No, gracias.", "no|gracias")]
    [InlineData("No\u0303o", "noo")]
    [InlineData("9", "9")]
    [InlineData("👍", "")]
    [InlineData("", "")]
    public void A_text_becomes_its_plain_words(string text, string words) => Assert.Equal(words, string.Join('|', PlainWords.Of(text).Select(c => c.Text)));

    [Theory]
    [InlineData("STOP\nJohn Smith", true)]
    [InlineData("STOP - John", true)]
    [InlineData("STOP John", false)]
    [InlineData("STOP\nand more", false)]
    public void A_name_on_its_own_line_is_a_signature(string text, bool signed) => Assert.Equal(signed, PlainWords.Of(text)[^1].IsSigned);
}
