using CxFunctions.Channels;
using CxFunctions.Channels.Sms;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class MessageTextTests
{
    private const string Link = "https://cx.example/s/abcdefghijklmnopqrstuvwx";

    [Fact]
    public void The_text_is_filled_in() =>
        Assert.Equal(
            $"Hola Ana, Banco Andino: {Link}",
            MessageText.Sms("Hola {name}, {brand}: {link}", "Banco Andino", "Ana María Quispe", Link));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("www.evil.example")]
    [InlineData("http://evil.example/x")]
    [InlineData("4255550123")]
    [InlineData("Ana@evil")]
    public void Without_a_name_that_looks_like_one_the_greeting_stays_whole(string? name) =>
        Assert.Equal("Hola, gracias", MessageText.Fill("Hola {name}, gracias", "B", name));

    [Theory]
    [InlineData("José", "José")]
    [InlineData("O'Neill", "O'Neill")]
    [InlineData(" Anne-Marie  Dupont ", "Anne-Marie")]
    [InlineData("李", "李")]
    public void Real_names_are_used(string name, string given) => Assert.Equal(given, MessageText.GivenName(name));

    [Fact]
    public void A_name_that_would_cost_another_segment_is_left_out()
    {
        var template = "Hola {name}, " + new string('a', 230) + " {link}";
        Assert.True(SmsSegments.Of(MessageText.Fill(template, "B", "Wolfeschlegelsteinhausenberger", Link)).Count > 2);

        var text = MessageText.Sms(template, "B", "Wolfeschlegelsteinhausenberger", Link);

        Assert.StartsWith("Hola, ", text);
        Assert.Equal(2, SmsSegments.Of(text).Count);
    }
}
