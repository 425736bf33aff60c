using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.OfficialClients;

/// <summary>@azure/ai-language-text reads texts through the Sandbox; the client itself puts opinions together from its references.</summary>
public sealed class LanguageClientTests(SandboxOfClients sandbox) : IClassFixture<SandboxOfClients>
{
    [Fact]
    public async Task Sentiment_comes_with_opinions_about_targets()
    {
        var documents = await AnalyzeAsync("SentimentAnalysis", [new { id = "a", language = "en", text = "The food was great. The service was terrible." }], includeOpinionMining: true);

        Assert.Equal(("a", "mixed"), (documents[0].GetProperty("id").GetString(), documents[0].GetProperty("sentiment").GetString()));
        var opinions = documents[0].GetProperty("sentences").EnumerateArray().SelectMany(s => s.GetProperty("opinions").EnumerateArray())
            .Select(o => (o.GetProperty("target").GetProperty("text").GetString(), o.GetProperty("assessments")[0].GetProperty("text").GetString(), o.GetProperty("target").GetProperty("sentiment").GetString()));
        Assert.Equal([("food", "great", "positive"), ("service", "terrible", "negative")], opinions);
    }

    [Fact]
    public async Task Key_phrases_are_those_of_the_text()
    {
        var documents = await AnalyzeAsync("KeyPhraseExtraction", [new { id = "1", language = "en", text = "The delivery driver was very friendly." }]);

        Assert.Contains("delivery driver", documents[0].GetProperty("keyPhrases").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public async Task The_language_of_a_text_is_found()
    {
        var documents = await AnalyzeAsync("LanguageDetection", [
            new { id = "1", countryHint = "", text = "La atención fue muy buena y rápida." },
            new { id = "2", countryHint = "", text = "Nobody answered the telephone for an hour." }]);

        Assert.Equal(["es", "en"], documents.Select(d => d.GetProperty("primaryLanguage").GetProperty("iso6391Name").GetString()));
    }

    [Fact]
    public async Task Personal_data_are_found_where_they_stand_and_masked()
    {
        const string text = "Call me at +1 202 555 0175 or write to ana@cx.example.";

        var document = (await AnalyzeAsync("PiiEntityRecognition", [new { id = "1", language = "en", text }]))[0];

        var entities = document.GetProperty("entities").EnumerateArray().ToList();
        Assert.Equal(["PhoneNumber", "Email"], entities.Select(e => e.GetProperty("category").GetString()));
        Assert.All(entities, e => Assert.Equal(e.GetProperty("text").GetString(), text.Substring(e.GetProperty("offset").GetInt32(), e.GetProperty("length").GetInt32())));
        Assert.DoesNotContain("ana@cx.example", document.GetProperty("redactedText").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_fails_alone()
    {
        var documents = await AnalyzeAsync("SentimentAnalysis", [
            new { id = "1", language = "en", text = "Great service" },
            new { id = "2", language = "en", text = new string('a', 5121) },
            new { id = "3", language = "en", text = "" }]);

        Assert.Equal("positive", documents[0].GetProperty("sentiment").GetString());
        Assert.Equal(["InvalidDocument", "InvalidDocument"], documents.Skip(1).Select(d => d.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(["2", "3"], documents.Skip(1).Select(d => d.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var error = (await AskAsync("KeyPhraseExtraction", [new { id = "1", language = "en", text = "Hello" }], "wrong", null)).GetProperty("error");

        Assert.Equal((401, "401"), (error.GetProperty("status").GetInt32(), error.GetProperty("code").GetString()));
    }

    private async Task<IReadOnlyList<JsonElement>> AnalyzeAsync(string kind, object[] documents, bool? includeOpinionMining = null)
    {
        var answer = await AskAsync(kind, documents, SandboxOptions.DefaultLanguageKey, includeOpinionMining);
        Assert.True(answer.TryGetProperty("result", out var result), answer.ToString());
        return [.. result.EnumerateArray()];
    }

    private Task<JsonElement> AskAsync(string kind, object[] documents, string key, bool? includeOpinionMining) =>
        SandboxOfClients.AskAsync("language", new { endpoint = sandbox.Server.Url, key, kind, documents, includeOpinionMining });
}
