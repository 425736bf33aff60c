using CxFunctions.Responses;

namespace CxFunctions.Tests.Unit.Responses;

public sealed class SurveyVisitRulesTests
{
    private static readonly StoredResponse Started = ResponseRules.Merge(Surveys.Visit(), Surveys.Said(9), false, "es", Surveys.Occurred.AddHours(1));
    private static readonly StoredResponse Complete = Started with { Complete = true };

    [Theory]
    [InlineData(0, false, "Open")]
    [InlineData(47.99, false, "Open")]
    [InlineData(48, false, "Expired")]
    [InlineData(48, true, "Open")]
    [InlineData(48.49, true, "Open")]
    [InlineData(48.5, true, "Expired")]
    public void Who_started_in_time_may_finish_within_the_grace(double hours, bool started, string state) =>
        Assert.Equal(state, SurveyVisitRules.StateOf(Surveys.Invitation, started ? Started : null, false, Surveys.Occurred.AddHours(hours)).ToString());

    [Fact]
    public void What_was_sent_off_stays_answered_for_ever() =>
        Assert.Equal(SurveyState.Answered, SurveyVisitRules.StateOf(Surveys.Invitation, Complete, suppressed: true, Surveys.Occurred.AddDays(30)));

    [Fact]
    public void Who_said_stop_is_not_asked() =>
        Assert.Equal(SurveyState.OptedOut, SurveyVisitRules.StateOf(Surveys.Invitation, Started, suppressed: true, Surveys.Occurred));

    [Theory]
    [InlineData("9", true)]
    [InlineData("0", true)]
    [InlineData("11", false)]
    [InlineData("-1", false)]
    [InlineData("x", false)]
    [InlineData(null, false)]
    public void A_score_in_the_link_preselects_where_it_is_on_the_scale(string? score, bool preselects) =>
        Assert.Equal(preselects, ScoreIntent.Of(score, Surveys.Visit()).Count == 1);
}
