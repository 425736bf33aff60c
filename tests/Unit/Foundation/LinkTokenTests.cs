using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public class LinkTokenTests
{
    [Fact]
    public void A_token_is_24_characters_that_a_link_can_carry_and_no_two_are_alike()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => LinkToken.Create()).ToList();

        Assert.All(tokens, t => Assert.Matches("^[A-Za-z0-9_-]{24}$", t));
        Assert.All(tokens, t => Assert.True(LinkToken.IsWellFormed(t)));
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("áááááááááááááááááááááááá")]
    public void Garbage_is_refused_without_a_storage_call(string? token) => Assert.False(LinkToken.IsWellFormed(token));

    [Theory]
    [InlineData(".")]
    [InlineData(").")]
    [InlineData("\"")]
    [InlineData("»,")]
    [InlineData("”")]
    [InlineData(">")]
    [InlineData(" ")]
    [InlineData("\u200B")]
    [InlineData("…")]
    public void What_a_sentence_glues_to_a_link_is_taken_off(string glued)
    {
        var token = LinkToken.Create();
        Assert.Equal(token, LinkToken.Unglued(token + glued));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(".a")]
    [InlineData("-")]
    [InlineData("_")]
    public void What_could_be_more_than_that_is_left(string more) => Assert.Null(LinkToken.Unglued(LinkToken.Create() + more));

    [Fact]
    public void Garbage_with_a_full_stop_stays_garbage() => Assert.Null(LinkToken.Unglued(new string('A', 24) + "."));

    [Fact]
    public void Nearly_every_single_wrong_character_is_noticed()
    {
        var token = LinkToken.Create();
        var wrong = Enumerable.Range(0, 24).SelectMany(i => "aZ0_-".Where(c => c != token[i]).Select(c => token[..i] + c + token[(i + 1)..])).ToList();

        Assert.True(wrong.Count(LinkToken.IsWellFormed) <= 2);
    }
}
