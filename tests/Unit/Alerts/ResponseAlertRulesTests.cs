using CxFunctions.Alerts;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Alerts;

public class ResponseAlertRulesTests
{
    private static readonly SurveyProgram Bank = ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/bank.json"));

    private static ResponseAnalyzed Answer(string touchpoint, QuestionKind metric, int score, string? sentiment = null, double negative = 0) => new(
        1,
        new ResponseRef("C-1", DateTimeOffset.Parse("2026-11-20T10:00:00Z"), "journey-1"),
        1,
        "bank",
        touchpoint,
        Channel.Sms,
        "es",
        new Dictionary<string, string>(),
        new Dictionary<QuestionKind, int> { [metric] = score },
        sentiment is null ? [] : [new MaskedVerbatim("why", "…", sentiment, negative)],
        Complete: true,
        DateTimeOffset.Parse("2026-11-20T11:00:00Z"));

    [Theory]
    [InlineData("branch", QuestionKind.Nps, 0, "detractor")]
    [InlineData("branch", QuestionKind.Nps, 6, "detractor")]
    [InlineData("branch", QuestionKind.Nps, 7, null)]
    [InlineData("branch", QuestionKind.Nps, 10, null)]
    [InlineData("call-center", QuestionKind.Csat, 2, "dissatisfied")]
    [InlineData("call-center", QuestionKind.Csat, 3, null)]
    [InlineData("loan", QuestionKind.Ces, 1, null)] // no rule watches effort
    public void The_rule_fires_at_its_value_and_below(string touchpoint, QuestionKind metric, int score, string? fired) =>
        Assert.Equal(fired is null ? [] : [fired], ResponseAlertRules.Fired(Bank, Answer(touchpoint, metric, score)).Select(r => r.Id));

    [Theory]
    [InlineData("negative", 0.95, true)]
    [InlineData("negative", 0.89, false)]
    [InlineData("positive", 0.95, false)]
    public void Angry_words_count_whatever_the_score(string sentiment, double negative, bool fires) =>
        Assert.Equal(fires, ResponseAlertRules.Fired(Bank, Answer("branch", QuestionKind.Nps, 9, sentiment, negative)).Any());

    [Fact]
    public void A_rule_for_one_touchpoint_is_silent_at_another()
    {
        var program = Bank with { Alerts = [Bank.Alerts[0] with { Touchpoints = ["loan"] }] };

        Assert.Empty(ResponseAlertRules.Fired(program, Answer("branch", QuestionKind.Nps, 0)));
    }
}
