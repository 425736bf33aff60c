using CxFunctions.Catalog;
using CxFunctions.Responses;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Responses;

public sealed class AnswerParserTests
{
    [Fact]
    public void Scores_and_words_are_told_apart()
    {
        var (said, errors) = Parse(("recommend", "9"), ("why", " rápido "));
        Assert.Empty(errors);
        Assert.Equal(9, said.Scores[QuestionKind.Nps]);
        Assert.Equal("rápido", said.Verbatims["why"]);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("9.5")]
    [InlineData("1e1")]
    [InlineData("nine")]
    [InlineData("٩")]
    public void A_value_off_the_scale_is_refused(string score)
    {
        var (said, errors) = Parse(("recommend", score));
        Assert.Equal("recommend", Assert.Single(errors).QuestionId);
        Assert.True(said.IsEmpty);
    }

    [Fact]
    public void A_question_that_was_not_asked_is_refused() => Assert.Equal("age", Assert.Single(Parse(("age", "44")).Errors).QuestionId);

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Assert.Equal("why", Assert.Single(Parse(("why", new string('a', 21))).Errors).QuestionId);

    /// <summary>Limit 20: what some browsers count as 20 characters is no more than 20 here.</summary>
    [Theory]
    [InlineData("👨‍👩‍👧‍👦", 20, true)]
    [InlineData("👨‍👩‍👧‍👦", 21, false)]
    [InlineData("é", 20, true)]
    [InlineData("🇵🇪", 20, true)]
    [InlineData("ñ", 21, false)]
    public void Length_is_counted_as_the_most_generous_browser_counts(string character, int times, bool taken) =>
        Assert.Equal(taken, Parse(("why", string.Concat(Enumerable.Repeat(character, times)))).Errors.Count == 0);

    [Fact]
    public void One_character_of_endless_marks_is_too_long_all_the_same() => Assert.Single(Parse(("why", "a" + new string('\u0301', 500))).Errors);

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n ")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\u2060 \u00AD")]
    [InlineData("\u3164\u115F\u2800")]
    [InlineData("\uFE0F")]
    [InlineData("\u202E\u2066")]
    public void An_empty_answer_is_none(string answer) => Assert.True(Parse(("recommend", answer), ("why", answer)).Submission.IsEmpty);

    [Fact]
    public void The_same_words_from_a_form_and_from_a_script_are_the_same() =>
        Assert.Equal(AnswerParser.Clean("uno\ndos"), AnswerParser.Clean("uno\r\ndos"));

    [Fact]
    public void Control_characters_are_dropped() => Assert.Equal("ab", AnswerParser.Clean("a\0\u0007b\u001b"));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => AnswerParser.Clean(AnswerParser.Clean(text ?? "")) == AnswerParser.Clean(text ?? "")));

    private static (Submission Submission, IReadOnlyList<AnswerError> Errors) Parse(params (string Id, string Answer)[] answers) =>
        AnswerParser.Parse(Surveys.Questionnaire, answers.Select(a => KeyValuePair.Create(a.Id, a.Answer)));
}
