using CxFunctions.Channels.Replies;
using CxFunctions.Channels.Sms;
using CxFunctions.Channels.Wishes;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class AnswerTextTests
{
    [Fact]
    public void Every_answer_in_every_language_is_one_segment_and_names_the_brand_and_the_word_that_ends_it()
    {
        foreach (var locale in Locales.Supported)
        {
            foreach (var wish in new[] { Wish.Unclear, Wish.Start, Wish.Help })
            {
                var text = AnswerText.Of(wish, "Banco Andino", locale);
                Assert.Equal((text, 1), (text, SmsSegments.Of(text).Count));
                Assert.StartsWith("Banco Andino: ", text, StringComparison.Ordinal);
                Assert.Equal(Wish.Stop, WishRules.Read(text.Split(' ').First(word => word is "STOP" or "BAJA" or "PARE")));
            }
        }
    }

    /// <summary>Machines send texts back to where they came from.</summary>
    [Fact]
    public void What_we_write_ourselves_is_no_stop()
    {
        foreach (var wish in new[] { Wish.Unclear, Wish.Start, Wish.Help })
        {
            Assert.All(Locales.Supported, locale => Assert.NotEqual(Wish.Stop, WishRules.Read(AnswerText.Of(wish, "Banco Andino", locale))));
        }
    }
}
