using System.Net;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Responses;

public sealed class EndOfASurveyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_48_hours_nobody_starts_and_who_started_finishes_within_the_grace()
    {
        await using var site = await RespondentSite.StartAsync();
        var (late, started) = (await site.InviteAsync(), await site.InviteAsync());
        await site.Host.AdvanceAsync(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(site, started, ("a-why", "Luego sigo")));
        await site.Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, await GetAsync(site, late));
        Assert.Equal(HttpStatusCode.Gone, await PostAsync(site, late, ("a-recommend", "9")));
        Assert.Null(await site.StoredAsync(late));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(site, started, ("a-recommend", "9")));
        Assert.True((await site.StoredAsync(started))!.Complete);

        await site.Host.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(site, started));
    }

    [Fact]
    public async Task When_the_grace_is_over_a_link_saves_nothing_more_not_even_for_who_had_started()
    {
        await using var site = await RespondentSite.StartAsync();
        var started = await site.InviteAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(site, started, ("a-why", "Luego sigo")));
        await site.Host.AdvanceAsync(started.ClosesAt - site.Clock.GetUtcNow());

        Assert.Equal(HttpStatusCode.Gone, await GetAsync(site, started));
        Assert.Equal(HttpStatusCode.Gone, await PostAsync(site, started, ("a-recommend", "9")));
        Assert.Equal((1, false), (await site.StoredAsync(started)) is { } stored ? (stored.Revision, stored.Complete) : default);
    }

    [Fact]
    public async Task Opting_out_is_stored_first_and_closes_the_survey()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteAsync(phone: "+51987654321", email: "Ana@Example.com");
        using var oneClick = await site.Http.PostAsync(
            new Uri($"/s/{invitation.Token}/stop", UriKind.Relative),
            new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]), Token);
        Assert.Equal(HttpStatusCode.OK, oneClick.StatusCode);

        var suppressions = site.Services.GetRequiredService<SuppressionStore>();
        Assert.True(await suppressions.IsSuppressedAsync(invitation.ContactId, [], Token));
        Assert.True(await suppressions.IsSuppressedAsync("somebody else", ["51 987 654 321"], Token));
        Assert.True(await suppressions.IsSuppressedAsync("somebody else", ["ana@example.com"], Token));
        Assert.False(await suppressions.IsSuppressedAsync("somebody else", ["+51987654322"], Token));
        Assert.Equal(JourneySignalKind.OptedOut, Assert.Single(await site.TakeAsync<JourneySignal>(QueueNames.JourneySignals)).Kind);
        Assert.Equal(HttpStatusCode.Gone, await GetAsync(site, invitation));
        Assert.Equal(HttpStatusCode.Gone, await PostAsync(site, invitation, ("a-recommend", "9")));
    }

    [Fact]
    public async Task When_storage_refuses_the_page_says_so_keeps_the_words_and_a_second_try_repairs_it()
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteAsync();
        await site.Queues.DeleteQueueAsync(QueueNames.Responses, Token);

        using var form = Form(("a-recommend", "2"), ("a-why", "Esperé <una> hora"));
        using var failed = await site.Http.PostAsync(new Uri($"/s/{invitation.Token}", UriKind.Relative), form, Token);
        var page = WebUtility.HtmlDecode(await failed.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Contains("Todavía no está guardado", page);
        Assert.Contains("Esperé <una> hora</textarea>", page);
        Assert.Matches("value=\"2\"[^>]*checked", page);

        await site.Queues.CreateQueueAsync(QueueNames.Responses, cancellationToken: Token);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(site, invitation, ("a-recommend", "2"), ("a-why", "Esperé <una> hora")));
        var saved = Assert.Single(await site.TakeAsync<ResponseSaved>(QueueNames.Responses));
        Assert.Equal((1, true, "Esperé <una> hora"), (saved.Revision, saved.Complete, saved.Verbatims["why"]));
        Assert.Equal(1, (await site.StoredAsync(invitation))!.Revision);
    }

    private static async Task<HttpStatusCode> GetAsync(RespondentSite site, SurveyInvitation invitation)
    {
        using var page = await site.Http.GetAsync(new Uri($"/s/{invitation.Token}", UriKind.Relative), Token);
        return page.StatusCode;
    }

    private static async Task<HttpStatusCode> PostAsync(RespondentSite site, SurveyInvitation invitation, params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        using var page = await site.Http.PostAsync(new Uri($"/s/{invitation.Token}", UriKind.Relative), form, Token);
        return page.StatusCode;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
