using System.Net;
using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Responses;

public sealed class AnsweringTests(AnsweringTests.SharedSite shared) : IClassFixture<AnsweringTests.SharedSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RespondentSite Site => shared.Site;

    [Fact]
    public async Task Saved_means_that_table_queue_and_journey_have_it()
    {
        var invitation = await Site.InviteAsync();
        var receipt = await SaveAsync(invitation, """{"answers":{"recommend":3,"why":"Mucha cola"},"complete":true}""");
        Assert.Equal("""{"saved":true,"revision":1,"complete":true}""", receipt);

        var stored = await Site.StoredAsync(invitation);
        Assert.Equal((1, 3, true), (stored!.Revision, stored.Scores[QuestionKind.Nps], stored.Complete));
        var saved = Assert.Single(await OfAsync<ResponseSaved>(QueueNames.Responses, m => m.Ref.JourneyId == invitation.JourneyId));
        Assert.Equal(("Mucha cola", 3, 1), (saved.Verbatims["why"], saved.Scores[QuestionKind.Nps], saved.Revision));
        var signals = await OfAsync<JourneySignal>(QueueNames.JourneySignals, m => m.JourneyId == invitation.JourneyId);
        Assert.Equal(JourneySignalKind.Answered, Assert.Single(signals).Kind); // which says that it was started, too
    }

    [Fact]
    public async Task The_same_answers_twice_at_once_are_one_revision()
    {
        var invitation = await Site.InviteAsync();
        const string Body = """{"answers":{"recommend":9},"complete":true}""";
        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SaveAsync(invitation, Body)));
        Assert.All(receipts, r => Assert.Equal("""{"saved":true,"revision":1,"complete":true}""", r));
        Assert.Equal(1, (await Site.StoredAsync(invitation))!.Revision);
    }

    [Fact]
    public async Task Partial_answers_add_up_and_nothing_said_takes_nothing_back()
    {
        var invitation = await Site.InviteAsync();
        Assert.Contains("\"revision\":1,\"complete\":false", await SaveAsync(invitation, """{"answers":{"recommend":9}}"""));
        Assert.Contains("\"revision\":2,\"complete\":false", await SaveAsync(invitation, """{"answers":{"why":"Bien"}}"""));
        Assert.Contains("\"revision\":2,\"complete\":false", await SaveAsync(invitation, """{"answers":{"why":""}}"""));
        Assert.Contains("\"revision\":3,\"complete\":true", await SaveAsync(invitation, """{"answers":{},"complete":true}"""));
        var signals = await OfAsync<JourneySignal>(QueueNames.JourneySignals, m => m.JourneyId == invitation.JourneyId);
        Assert.Equal([JourneySignalKind.Started, JourneySignalKind.Answered], signals.Select(s => s.Kind).Order());
    }

    /// <summary>Mail scanners and link previews ask so before anybody looks.</summary>
    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body_and_stores_nothing()
    {
        var invitation = await Site.InviteAsync();
        foreach (var path in new[] { $"/s/{invitation.Token}", $"/s/{invitation.Token}?score=9", $"/s/{invitation.Token}/stop", "/s/nobody", "/assets/survey.js" })
        {
            using var looked = await Site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Token);
            using var got = await Site.Http.GetAsync(path, Token);
            Assert.Equal((path, got.StatusCode), (path, looked.StatusCode));
            Assert.Equal(got.Content.Headers.ContentType, looked.Content.Headers.ContentType);
            Assert.Empty(await looked.Content.ReadAsByteArrayAsync(Token));
        }
        Assert.Null(await Site.StoredAsync(invitation));
    }

    [Theory]
    [InlineData(".")]
    [InlineData(")")]
    [InlineData("%E2%80%9D")]
    public async Task A_link_with_the_end_of_a_sentence_glued_to_it_still_opens(string glued)
    {
        var invitation = await Site.InviteAsync();
        using var answer = await Site.Http.GetAsync($"/s/{invitation.Token}{glued}?score=9", Token);
        Assert.Equal((HttpStatusCode.Redirect, $"/s/{invitation.Token}?score=9"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task What_was_sent_off_does_not_change_any_more()
    {
        var invitation = await Site.InviteAsync();
        await SaveAsync(invitation, """{"answers":{"recommend":9},"complete":true}""");
        using var changed = await PostJsonAsync(invitation, """{"answers":{"recommend":1},"complete":true}""");
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Equal(9, (await Site.StoredAsync(invitation))!.Scores[QuestionKind.Nps]);
    }

    [Theory]
    [InlineData("""{"answers":{"recommend":11}}""")]
    [InlineData("""{"answers":{"recommend":-1}}""")]
    [InlineData("""{"answers":{"recommend":9.5}}""")]
    [InlineData("""{"answers":{"age":44}}""")]
    [InlineData("""{"answers":{},"complete":true}""")]
    [InlineData("""{"answers":{"recommend":[9]}}""")]
    [InlineData("""{"answers":""")]
    [InlineData("""[]""")]
    public async Task A_wrong_answer_is_refused_at_the_door(string body)
    {
        var invitation = await Site.InviteAsync();
        using var refused = await PostJsonAsync(invitation, body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Null(await Site.StoredAsync(invitation));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_a_body_without_end_too()
    {
        var invitation = await Site.InviteAsync();
        using var longText = await PostJsonAsync(invitation, JsonSerializer.Serialize(new { answers = new { why = new string('a', 1001) } }));
        Assert.Equal(HttpStatusCode.BadRequest, longText.StatusCode);
        using var huge = await PostJsonAsync(invitation, JsonSerializer.Serialize(new { answers = new { why = new string('a', 200_000) } }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
    }

    [Fact]
    public async Task A_GET_writes_nothing_however_often_a_scanner_opens_the_link()
    {
        var invitation = await Site.InviteAsync();
        for (var i = 0; i < 3; i++)
        {
            using var page = await Site.Http.GetAsync(new Uri($"/s/{invitation.Token}?score=9", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            using var stop = await Site.Http.GetAsync(new Uri($"/s/{invitation.Token}/stop", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.OK, stop.StatusCode);
        }
        Assert.Null(await Site.StoredAsync(invitation));
        Assert.Empty(await OfAsync<JourneySignal>(QueueNames.JourneySignals, m => m.JourneyId == invitation.JourneyId));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_leads_nowhere_is_a_friendly_404(string token)
    {
        using var page = await Site.Http.GetAsync(new Uri($"/s/{token}?lang=en", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("find this survey", await page.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task The_page_is_private_and_asks_for_nothing_from_elsewhere()
    {
        var invitation = await Site.InviteAsync();
        using var page = await Site.Http.GetAsync(new Uri($"/s/{invitation.Token}", UriKind.Relative), Token);
        var headers = page.Headers.Concat(page.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value));
        Assert.Contains("no-store", headers["Cache-Control"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Contains("form-action 'self'", headers["Content-Security-Policy"]);
        Assert.Contains("default-src 'none'", headers["Content-Security-Policy"]);
        Assert.DoesNotContain("http", (await page.Content.ReadAsStringAsync(Token)).Replace("https://bank.example/privacy", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<string> SaveAsync(SurveyInvitation invitation, string body)
    {
        using var response = await PostJsonAsync(invitation, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private Task<HttpResponseMessage> PostJsonAsync(SurveyInvitation invitation, string body) =>
        Site.Http.PostAsync(new Uri($"/s/{invitation.Token}", UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);

    private async Task<IReadOnlyList<T>> OfAsync<T>(string queue, Func<T, bool> which) => [.. (await Site.TakeAsync<T>(queue)).Where(which)];

    public sealed class SharedSite : IAsyncLifetime
    {
        public RespondentSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await RespondentSite.StartAsync();

        public ValueTask DisposeAsync() => Site is null ? default : Site.DisposeAsync();
    }
}
