using Azure;
using Azure.AI.TextAnalytics;
using CxFunctions.Tests.Tools.StandIns.Communication;

namespace CxFunctions.Tests.Tools.StandIns.Language;

public sealed class TextAnalyticsTests : OutsideWorld
{
    private const string Language = "language";

    [Fact]
    public async Task Sentiment_comes_with_what_is_judged_and_how()
    {
        const string Text = "The staff was friendly. The queue was not fast.";
        var results = (await Client().AnalyzeSentimentBatchAsync([new TextDocumentInput("a", Text) { Language = "en" }], new AnalyzeSentimentOptions { IncludeOpinionMining = true }, Cancellation)).Value;
        var sentiment = Assert.Single(results).DocumentSentiment;
        Assert.False(string.IsNullOrEmpty(results.ModelVersion));
        Assert.Equal(2, sentiment.Sentences.Count);
        Assert.All(sentiment.Sentences, sentence => Assert.Equal(sentence.Text, Text.Substring(sentence.Offset, sentence.Length)));
        Assert.Equal(1, sentiment.ConfidenceScores.Positive + sentiment.ConfidenceScores.Neutral + sentiment.ConfidenceScores.Negative, 2);

        var friendly = sentiment.Sentences.First();
        Assert.Equal(TextSentiment.Positive, friendly.Sentiment);
        var opinion = Assert.Single(friendly.Opinions);
        Assert.Equal("staff", opinion.Target.Text);
        Assert.Equal("friendly", Assert.Single(opinion.Assessments).Text);
        Assert.Equal("staff", Text.Substring(opinion.Target.Offset, opinion.Target.Length));

        var slow = sentiment.Sentences.Last();
        Assert.Equal(TextSentiment.Negative, slow.Sentiment);
        Assert.True(slow.Opinions.Single().Assessments.Single().IsNegated);
    }

    [Fact]
    public async Task Without_being_asked_the_service_gives_no_opinions()
    {
        var result = (await Client().AnalyzeSentimentBatchAsync(["The staff was friendly."], "en", cancellationToken: Cancellation)).Value.Single();
        Assert.Empty(result.DocumentSentiment.Sentences.Single().Opinions);
    }

    [Fact]
    public async Task Offsets_count_as_C_sharp_counts()
    {
        const string Text = "😀😀 Llámame al 987654321.";
        var entities = (await Client().RecognizePiiEntitiesBatchAsync([Text], "es", cancellationToken: Cancellation)).Value.Single().Entities;
        var phone = Assert.Single(entities, entity => entity.Category == PiiEntityCategory.PhoneNumber);
        Assert.Equal("987654321", Text.Substring(phone.Offset, phone.Length));
        Assert.Equal("😀😀 Llámame al *********.", entities.RedactedText);
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_masked()
    {
        var options = new RecognizePiiEntitiesOptions { CategoriesFilter = { PiiEntityCategory.Email } };
        var entities = (await Client().RecognizePiiEntitiesBatchAsync(["Write to ana@example.com or call 555-123-4567."], "en", options, Cancellation)).Value.Single().Entities;
        Assert.Equal("ana@example.com", Assert.Single(entities).Text);
        Assert.Contains("555-123-4567", entities.RedactedText);
        Assert.DoesNotContain("ana@", entities.RedactedText);
    }

    [Fact]
    public async Task Key_phrases_are_the_text_s_own_words()
    {
        const string Text = "The delivery arrived late and the box was broken.";
        var phrases = (await Client().ExtractKeyPhrasesBatchAsync([Text], "en", cancellationToken: Cancellation)).Value.Single().KeyPhrases;
        Assert.Contains("box", phrases);
        Assert.All(phrases, phrase => Assert.Contains(phrase, Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("La entrega llegó tarde y nadie me avisó de nada.", "es")]
    [InlineData("The delivery came late and nobody told me anything.", "en")]
    [InlineData("A entrega chegou atrasada e ninguém me avisou de nada.", "pt")]
    public async Task The_language_of_a_text_is_found(string text, string language)
    {
        var found = (await Client().DetectLanguageBatchAsync([text], DetectLanguageInput.None, cancellationToken: Cancellation)).Value.Single().PrimaryLanguage;
        Assert.Equal(language, found.Iso6391Name);
        Assert.InRange(found.ConfidenceScore, 0.5, 1);
    }

    [Fact]
    public async Task One_text_that_fails_has_its_error_in_its_place_among_the_others()
    {
        TextDocumentInput[] documents = [new("z", "Great!"), new("m", ""), new("a", "Awful!"), new("b", "?") { Language = "xx" }];
        var results = (await Client().AnalyzeSentimentBatchAsync(documents, cancellationToken: Cancellation)).Value;
        Assert.Equal(["z", "m", "a", "b"], results.Select(result => result.Id));
        Assert.Equal([false, true, false, true], results.Select(result => result.HasError));
        Assert.Equal(TextAnalyticsErrorCode.InvalidDocument, results[1].Error.ErrorCode);
        Assert.Equal(TextAnalyticsErrorCode.UnsupportedLanguageCode, results[3].Error.ErrorCode);
        Assert.Contains("m", Assert.Throws<InvalidOperationException>(() => results[1].DocumentSentiment).Message);
        Assert.Equal(TextSentiment.Negative, results[2].DocumentSentiment.Sentiment);
    }

    [Fact]
    public async Task Opinions_are_found_again_behind_a_text_that_failed()
    {
        TextDocumentInput[] documents = [new("bad", ""), new("good", "The staff was friendly.")];
        var results = (await Client().AnalyzeSentimentBatchAsync(documents, new AnalyzeSentimentOptions { IncludeOpinionMining = true }, Cancellation)).Value;
        Assert.Equal("friendly", results[1].DocumentSentiment.Sentences.Single().Opinions.Single().Assessments.Single().Text);
    }

    [Fact]
    public async Task Too_many_texts_are_refused_as_a_whole()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Client().AnalyzeSentimentBatchAsync(Enumerable.Repeat("Great!", 11), "en", cancellationToken: Cancellation));
        Assert.Equal((400, TextAnalyticsErrorCode.InvalidDocumentBatch), (refusal.Status, refusal.ErrorCode));
        await Assert.ThrowsAsync<ArgumentException>("documents", () => Client().AnalyzeSentimentBatchAsync(Array.Empty<string>(), "en", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_wrong_key_and_a_failing_service_are_said_by_their_codes()
    {
        var stranger = new TextAnalyticsClient(Server.Url, new AzureKeyCredential("wrong"));
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.ExtractKeyPhrasesBatchAsync(["x"], cancellationToken: Cancellation));
        Assert.Equal((401, "401"), (refusal.Status, refusal.ErrorCode));

        await MisbehaveAsync(new { service = Language, rate500 = 1.0 });
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Client().ExtractKeyPhrasesBatchAsync(["x"], cancellationToken: Cancellation));
        Assert.Equal((500, "InternalServerError"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_throttled_call_waits_as_told_and_goes_through()
    {
        await MisbehaveAsync(new { service = Language, rate429 = 1.0, retryAfterSeconds = 1 });
        var started = TimeProvider.System.GetTimestamp();
        var analysis = Client(retries: 6).AnalyzeSentimentBatchAsync(["Great!"], "en", cancellationToken: Cancellation);
        await BehaveAfterAsync(Language, "throttled");
        Assert.Equal(TextSentiment.Positive, (await analysis).Value.Single().DocumentSentiment.Sentiment);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.95), "Retry-After was not heeded.");
    }

    private TextAnalyticsClient Client(int retries = 0) => new(
        Server.Url,
        new AzureKeyCredential(Server.LanguageKey),
        new() { Retry = { MaxRetries = retries, Delay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(20) } });
}
