using CxFunctions.Catalog;
using CxFunctions.Messages;
using CxFunctions.Responses;

namespace CxFunctions.Tests.Unit.Responses;

public sealed class ResponseRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_save_is_revision_one()
    {
        var saved = Merge(null, Surveys.Said(9));
        Assert.Equal((1, false, Noon, Noon), (saved.Revision, saved.Complete, saved.StartedAt, saved.SavedAt));
        Assert.Equal(new ResponseRef("C-1", Surveys.Occurred, "journey-1"), saved.Ref);
    }

    [Fact]
    public void The_same_answers_twice_are_one_revision()
    {
        var first = Merge(null, Surveys.Said(9, "bien"), sendOff: true);
        var second = ResponseRules.Merge(Surveys.Visit(first), Surveys.Said(9, "bien"), true, "es", Noon.AddHours(1));
        Assert.Same(first, second);
    }

    [Theory]
    [InlineData(8, "bien")]
    [InlineData(9, "mal")]
    public void Other_answers_are_the_next_revision(int score, string why)
    {
        var first = Merge(null, Surveys.Said(9, "bien"));
        var second = ResponseRules.Merge(Surveys.Visit(first), Surveys.Said(score, why), false, "es", Noon.AddMinutes(1));
        Assert.Equal((2, Noon, Noon.AddMinutes(1)), (second.Revision, second.StartedAt, second.SavedAt));
    }

    [Fact]
    public void Nothing_said_takes_nothing_back()
    {
        var first = Merge(null, Surveys.Said(9, "bien"));
        Assert.Same(first, Merge(first, Submission.Empty));
        var sent = Merge(first, Submission.Empty, sendOff: true);
        Assert.True(sent.Complete);
        Assert.Equal(9, sent.Scores[QuestionKind.Nps]);
        Assert.Contains("why", sent.VerbatimPrints.Keys);
    }

    [Fact]
    public void Sending_off_without_a_required_answer_is_not_complete()
    {
        var saved = Merge(null, Surveys.Said(null, "bien"), sendOff: true);
        Assert.False(saved.Complete);
        Assert.Equal("recommend", Assert.Single(ResponseRules.Missing(Surveys.Questionnaire, saved.Scores, saved.VerbatimPrints)).Id);
    }

    [Fact]
    public void A_score_that_is_optional_is_not_missed() => Assert.True(Merge(null, Surveys.Said(3), sendOff: true).Complete);

    [Fact]
    public void No_words_are_kept_and_the_link_s_secret_is_needed_to_recognise_them()
    {
        var saved = Merge(null, Surveys.Said(9, "bien"));
        Assert.DoesNotContain("bien", saved.VerbatimPrints["why"]);
        Assert.NotEqual(ResponseRules.PrintOf("journey-1", "token", "bien"), ResponseRules.PrintOf("journey-1", "other", "bien"));
    }

    private static StoredResponse Merge(StoredResponse? stored, Submission said, bool sendOff = false) =>
        ResponseRules.Merge(Surveys.Visit(stored), said, sendOff, "es", Noon);
}
