using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.Sandbox;

public sealed class LanguageTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions());
        _http = new HttpClient { BaseAddress = _server.Url };
        _http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", _server.LanguageKey);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        using var stranger = new HttpClient { BaseAddress = _server.Url };
        stranger.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "wrong");
        using var answer = await stranger.PostAsJsonAsync("/language/:analyze-text?api-version=2023-04-01", new { }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("401", (await answer.JsonAsync()).GetProperty("error").Text("code"));
    }

    [Fact]
    public async Task Opinions_point_to_their_assessments()
    {
        var result = await AnalyzeAsync("SentimentAnalysis", new { opinionMining = true, stringIndexType = "Utf16CodeUnit" }, ("0", "good food, bad service", "en"));
        Assert.Equal("SentimentAnalysisResults", result.Text("kind"));
        var document = result.GetProperty("results").GetProperty("documents")[0];
        Assert.Equal("mixed", document.Text("sentiment"));
        var sentence = document.GetProperty("sentences")[0];
        var target = sentence.GetProperty("targets")[0];
        Assert.Equal(("food", "5", "4", "positive"), (target.Text("text"), target.Text("offset"), target.Text("length"), target.Text("sentiment")));
        var relation = target.GetProperty("relations")[0];
        Assert.Equal(("assessment", "#/documents/0/sentences/0/assessments/0"), (relation.Text("relationType"), relation.Text("ref")));
        var assessment = sentence.GetProperty("assessments")[0];
        Assert.Equal(("good", "0", "False"), (assessment.Text("text"), assessment.Text("offset"), assessment.Text("isNegated")));
        Assert.False(target.GetProperty("confidenceScores").TryGetProperty("neutral", out _));
    }

    [Theory]
    [InlineData("Utf16CodeUnit", 12)]
    [InlineData("UnicodeCodePoint", 8)]
    [InlineData("TextElements_v8", 2)]
    [InlineData(null, 2)]
    public async Task Offsets_count_in_the_unit_asked_for(string? unit, int offset)
    {
        // A family of four is one text element, seven code points and eleven UTF-16 units.
        const string family = "👩‍👩‍👧‍👦";
        var text = family + " ana@example.com";
        var result = await AnalyzeAsync("PiiEntityRecognition", new { stringIndexType = unit }, ("a", text, "es"));
        var document = result.GetProperty("results").GetProperty("documents")[0];
        var entity = document.GetProperty("entities")[0];
        Assert.Equal(($"{offset}", "15"), (entity.Text("offset"), entity.Text("length")));
        Assert.Equal(family + " ***************", document.Text("redactedText"));
    }

    [Fact]
    public async Task Sentences_can_be_cut_out_by_their_offsets()
    {
        const string text = "Hola 😊. El Sr. Díaz pagó 3.50 y fue amable… ¡Gracias!\nVolveré pronto";
        var result = await AnalyzeAsync("SentimentAnalysis", new { stringIndexType = "Utf16CodeUnit" }, ("1", text, "es"));
        var sentences = result.GetProperty("results").GetProperty("documents")[0].GetProperty("sentences").EnumerateArray().ToList();
        Assert.All(sentences, s => Assert.Equal(s.Text("text"), text.Substring(s.GetProperty("offset").GetInt32(), s.GetProperty("length").GetInt32())));
        Assert.Equal(["Hola 😊.", "El Sr. Díaz pagó 3.50 y fue amable…", "¡Gracias!", "Volveré pronto"], sentences.Select(s => s.Text("text")));
    }

    [Fact]
    public async Task One_bad_document_does_not_spoil_the_others()
    {
        var result = await AnalyzeAsync("KeyPhraseExtraction", new { }, ("1", "La atención en la tienda", "es"), ("2", "", "es"), ("3", "Bonjour", "fr"), ("4", new string('x', 5121), "es"));
        var results = result.GetProperty("results");
        Assert.Equal("1", Assert.Single(results.GetProperty("documents").EnumerateArray()).Text("id"));
        var errors = results.GetProperty("errors").EnumerateArray().ToDictionary(e => e.Text("id")!, e => e.GetProperty("error").GetProperty("innererror").Text("code"));
        Assert.Equal("InvalidDocument", errors["2"]);
        Assert.Equal("UnsupportedLanguageCode", errors["3"]);
        Assert.Equal("InvalidDocument", errors["4"]);
    }

    [Fact]
    public async Task Languages_are_detected_per_document()
    {
        var result = await AnalyzeAsync("LanguageDetection", new { }, ("1", "La cajera fue muy amable", null), ("2", "O atendimento foi ótimo", null), ("3", "1234", null));
        Assert.Equal(
            ["es", "pt", "(Unknown)"],
            result.GetProperty("results").GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("detectedLanguage").Text("iso6391Name")));
    }

    [Theory]
    [InlineData("SentimentAnalysis", 10)]
    [InlineData("KeyPhraseExtraction", 10)]
    [InlineData("PiiEntityRecognition", 5)]
    [InlineData("LanguageDetection", 1000)]
    public async Task Batches_have_the_services_limits(string kind, int limit)
    {
        using var full = await PostAsync(kind, new { }, Documents(limit));
        using var over = await PostAsync(kind, new { }, Documents(limit + 1));
        Assert.Equal(HttpStatusCode.OK, full.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, over.StatusCode);
        var error = (await over.JsonAsync()).GetProperty("error");
        Assert.Equal(("InvalidRequest", "InvalidDocumentBatch"), (error.Text("code"), error.GetProperty("innererror").Text("code")));
    }

    [Theory]
    [InlineData("Healthcare", "InvalidParameterValue")]
    [InlineData(null, "InvalidParameterValue")]
    public async Task Unknown_kinds_are_refused(string? kind, string inner)
    {
        using var answer = await PostAsync(kind!, new { }, Documents(1));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(inner, (await answer.JsonAsync()).GetProperty("error").GetProperty("innererror").Text("code"));
    }

    private static (string Id, string Text, string? Language)[] Documents(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ($"{i}", "Hola", (string?)"es"))];

    private async Task<JsonElement> AnalyzeAsync(string kind, object parameters, params (string Id, string Text, string? Language)[] documents)
    {
        using var answer = await PostAsync(kind, parameters, documents);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private Task<HttpResponseMessage> PostAsync(string kind, object parameters, (string Id, string Text, string? Language)[] documents) =>
        _http.PostAsJsonAsync("/language/:analyze-text?api-version=2023-04-01", new
        {
            kind,
            analysisInput = new { documents = documents.Select(d => new { id = d.Id, text = d.Text, language = d.Language }) },
            parameters,
        });
}
