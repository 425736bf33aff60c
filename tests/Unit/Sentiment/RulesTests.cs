using CxFunctions.Catalog;
using CxFunctions.Messages;
using CxFunctions.Sentiment;

namespace CxFunctions.Tests.Unit.Sentiment;

public class RulesTests
{
    private static readonly LanguageOptions Times = new();
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("El cajero fue muy amable y todo salió bien", "es", false)]
    [InlineData("The cashier was very friendly and it was fast", "es", true)]
    [InlineData("O atendimento foi muito bom, não esperei nada", "pt", false)]
    [InlineData("O atendimento foi muito bom, não esperei nada", "es", true)]
    [InlineData("Le personnel était vraiment très désagréable", "en", true)]
    [InlineData("Pésimo", "en", false)]
    [InlineData("最悪だった", "es", true)]
    public void The_service_is_asked_for_the_language_only_where_the_little_words_speak_against_the_page(string text, string page, bool doubtful) =>
        Assert.Equal(doubtful, LanguageRules.IsDoubtful(text, page));

    [Theory]
    [InlineData(1, 0, null, 0.5, 30)]
    [InlineData(2, 0, null, 0.5, 60)]
    [InlineData(5, 0, null, 0.5, 480)]
    [InlineData(40, 0, null, 0.5, 3600)]
    [InlineData(1, 0, null, 0.0, 24)]
    [InlineData(1, 0, null, 0.75, 33)]
    [InlineData(1, 0, 5, 0.5, 30)]
    [InlineData(1, 0, 90, 0.0, 90)]
    [InlineData(1, 0, 90, 0.5, 99)]
    [InlineData(9, 86_399, null, 0.5, null)]
    [InlineData(1, 86_370, null, 0.5, 30)]
    [InlineData(1, 0, 90_000, 0.5, null)]
    public void Retries_grow_differ_obey_the_service_and_end(int attempt, int waitedSeconds, int? retryAfter, double lot, int? expected) =>
        Assert.Equal(
            expected is { } s ? TimeSpan.FromSeconds(s) : null,
            RetryRules.Next(attempt, TimeSpan.FromSeconds(waitedSeconds), retryAfter is { } r ? TimeSpan.FromSeconds(r) : null, lot, Times));

    [Theory]
    [InlineData(0, 1), InlineData(1, 1), InlineData(1000, 1), InlineData(1001, 2), InlineData(2000, 2)]
    public void Each_started_thousand_characters_are_a_text_record(int length, int records) => Assert.Equal(records, TextRecords.Of(new string('a', length)));

    [Theory]
    [InlineData(100, 2), InlineData(7, 2), InlineData(6, 1), InlineData(3, 1), InlineData(2, 0), InlineData(0, 0)]
    public void The_budget_pays_for_whole_documents_only(int left, int affordable)
    {
        // Three features for the first; four for the second, whose language must be asked for too.
        LanguageDocument[] documents = [new("El cajero fue muy amable", "es"), new("The cashier was very friendly", "es")];
        Assert.Equal(affordable, TextRecords.Affordable(documents, left));
    }

    [Fact]
    public void Of_two_readings_of_the_same_words_the_newer_revision_counts_then_the_one_read_further_whichever_comes_first()
    {
        AnalyzedResponse[] byWorth =
        [
            Response(1, AnalysisState.Pending, "why"), Response(1, AnalysisState.Unavailable, "why"), Response(1, AnalysisState.OverBudget, "why"),
            Response(1, AnalysisState.Done, "why"), Response(2, AnalysisState.Pending, "why"), Response(2, AnalysisState.Done, "why"),
        ];
        for (var i = 0; i < byWorth.Length; i++)
        {
            for (var j = 0; j < byWorth.Length; j++)
            {
                var (more, merged) = (byWorth[Math.Max(i, j)], VerbatimRules.Merge(byWorth[i], byWorth[j]));
                Assert.Equal((more.Revision, more.State), (merged.Revision, merged.State));
                Assert.Equal(j <= i, ReferenceEquals(merged, byWorth[i]));
            }
        }
    }

    [Fact]
    public void A_revision_without_words_takes_none_back_and_an_answer_waits_for_the_words_that_are_least_read()
    {
        var (words, other, empty) = (Response(1, AnalysisState.Pending, "why"), Response(2, AnalysisState.Done, "what"), Response(3, AnalysisState.Done));
        foreach (var merged in new[] { VerbatimRules.Merge(VerbatimRules.Merge(words, other), empty), VerbatimRules.Merge(empty, VerbatimRules.Merge(other, words)) })
        {
            Assert.Equal((3, AnalysisState.Pending), (merged.Revision, merged.State));
            Assert.Equal([("what", 2), ("why", 1)], merged.Verbatims.Select(v => (v.QuestionId, v.Revision)));
            Assert.True(VerbatimRules.Holds(merged, words));
        }
        Assert.False(VerbatimRules.Holds(empty, words));
    }

    [Fact]
    public void A_finished_survey_counts_as_started_and_as_answered()
    {
        var fact = AnalysisRules.Fact(Response(3, AnalysisState.Done) with { Complete = true });
        Assert.Equal([FieldworkStage.Started, FieldworkStage.Answered], fact.Stages!);
        Assert.Equal((3, 9), (fact.Revision, fact.Scores![QuestionKind.Nps]));
        Assert.Equal([FieldworkStage.Started], AnalysisRules.Fact(Response(1, AnalysisState.Done)).Stages!);
    }

    [Fact]
    public void Words_are_masked_by_form_before_anything_else_happens_to_them()
    {
        var saved = new ResponseSaved(1, new ResponseRef("C-1", At, "j"), 1, "bank", "branch", Channel.Sms, "es", new Dictionary<string, string>(),
            new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 2 }, new Dictionary<string, string> { ["why"] = "Llamen al 987654321", ["more"] = "  " }, true, At);
        Assert.Equal("Llamen al *********", Assert.Single(AnalysisRules.Unread(saved).Verbatims).Text);
    }

    [Theory]
    [InlineData(new[] { "positive", "positive" }, "positive")]
    [InlineData(new[] { "positive", "negative" }, "mixed")]
    [InlineData(new string[0], null)]
    public void Several_verbatims_have_the_sentiment_they_agree_on(string[] sentiments, string? expected) =>
        Assert.Equal(expected, (Response(1, AnalysisState.Done) with
        {
            Verbatims = [.. sentiments.Select((s, i) => new VerbatimReading { QuestionId = $"q{i}", Text = "t", Language = "es", Sentiment = s })],
        }).Sentiment);

    private static AnalyzedResponse Response(int revision, AnalysisState state, params string[] questions) => new()
    {
        Ref = new ResponseRef("C-1", At, "journey-1"),
        Revision = revision,
        Program = "bank",
        Touchpoint = "branch",
        Channel = Channel.Sms,
        Locale = "es",
        Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 9 },
        State = state,
        Complete = false,
        SavedAt = At,
        Verbatims = [.. questions.Select(q => new VerbatimReading { QuestionId = q, Revision = revision, State = state, Text = "Bien", Language = "es" })],
    };
}
