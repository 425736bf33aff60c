using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CxFunctions.Cases;
using CxFunctions.Tests.EndToEnd.Journeys;
using CxFunctions.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

public sealed class CaseLinkTests
{
    private const string Phone = "51987600000";
    private const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_shows_nobody_two_days_after_the_case_was_closed_and_nothing_after_thirty()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        Assert.Contains(Phone, (await PageAsync(scene, c)).Html, StringComparison.Ordinal);
        await ActAsync(scene, c, ("move", "resolve"), ("who", "Rosa"), ("outcome", "Settled"));
        await scene.AdvanceAsync(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.Contains(Phone, (await PageAsync(scene, c)).Html, StringComparison.Ordinal);
        await scene.AdvanceAsync(TimeSpan.FromSeconds(1));

        var (status, html) = await PageAsync(scene, c);
        Assert.Equal(200, status);
        Assert.All([Phone, "Ana", "tel:", "mailto:"], personal => Assert.DoesNotContain(personal, html, StringComparison.Ordinal));

        await scene.AdvanceAsync(TimeSpan.FromDays(28));
        (status, html) = await PageAsync(scene, c);
        Assert.Equal(410, status);
        Assert.Contains("This link has expired", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", html, StringComparison.Ordinal);
        Assert.Equal(410, await ActAsync(scene, c, ("move", "note"), ("who", "Rosa"), ("text", "late")));
    }

    [Fact]
    public async Task A_program_says_how_long_and_an_open_case_is_there_for_ever()
    {
        using var programs = Programs.Changed("retail.json", program => program["caseLinks"] = new System.Text.Json.Nodes.JsonObject { ["expiresAfter"] = "PT1H", ["contactShownFor"] = "PT0S" });
        var (scene, c) = await OpenAsync(programs);
        await using var _ = scene;
        await scene.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Contains(Phone, (await PageAsync(scene, c)).Html, StringComparison.Ordinal);
        await ActAsync(scene, c, ("move", "resolve"), ("who", "Rosa"), ("outcome", "Settled"));
        Assert.DoesNotContain(Phone, (await PageAsync(scene, c)).Html, StringComparison.Ordinal);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(410, (await PageAsync(scene, c)).Status);
    }

    [Fact]
    public async Task Every_opening_is_in_the_timeline_and_what_is_opened_again_within_minutes_once()
    {
        var (scene, c) = await OpenAsync();
        await using var _ = scene;
        using (await scene.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/cases/{c.Token}"), Stop))
        {
            Assert.Empty(await OpeningsAsync(scene, c)); // nothing was shown
        }
        await PageAsync(scene, c, Browser);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(14));
        await PageAsync(scene, c, Browser);
        await PageAsync(scene, c, "Mozilla/5.0 (compatible; LinkScanner/1.0)");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (_, html) = await PageAsync(scene, c, Browser);

        Assert.Equal(
            ["somebody with the link (Firefox on Windows)", "a program that checks links", "somebody with the link (Firefox on Windows)"],
            (await OpeningsAsync(scene, c)).Select(e => e.Who));
        Assert.Contains("Who opened this page (3)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_shown_though_its_opening_can_not_be_noted()
    {
        var storage = await SharedAzurite.NewAccountAsync();
        var (scene, c) = await OpenAsync(storage: storage);
        await using var _ = scene;
        var options = new TableClientOptions();
        options.AddPolicy(new NoLines(), HttpPipelinePosition.PerCall);
        var broken = new CaseStore(new TableServiceClient(storage, options));
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        await Assert.ThrowsAsync<RequestFailedException>(() => broken.NoteAsync(c.Id, new CaseEvent(scene.Now, CaseEventKind.Opening, "x", null, "x"), Stop));

        await ActivatorUtilities.CreateInstance<CaseOpenings>(scene.Services, broken).NoteAsync(c, request, Stop);

        Assert.Empty(await OpeningsAsync(scene, c));
    }

    private static async Task<(Scene Scene, Case Case)> OpenAsync(Programs? programs = null, string? storage = null)
    {
        var scene = await Scene.StartAsync(change: options => (programs?.Use(options) ?? options) with { Storage = storage ?? options.Storage });
        await (await Unhappy.AskedAsync(scene, 1)).AnswerAsync(1);
        return (scene, await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).SingleAsync(Stop));
    }

    private static async Task<(int Status, string Html)> PageAsync(Scene scene, Case c, string? browser = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cases/{c.Token}");
        request.Headers.TryAddWithoutValidation("User-Agent", browser);
        using var answer = await scene.Http.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<int> ActAsync(Scene scene, Case c, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await scene.Http.PostAsync($"/cases/{c.Token}", form, Stop);
        await scene.WhenIdleAsync();
        return (int)answer.StatusCode;
    }

    private static async Task<IReadOnlyList<CaseEvent>> OpeningsAsync(Scene scene, Case c) =>
        [.. (await scene.Services.GetRequiredService<CaseStore>().TimelineAsync(c.Id, Stop)).Where(e => e.What == CaseEventKind.Opening)];

    /// <summary>A storage that can be read and not be written.</summary>
    private sealed class NoLines : HttpPipelinePolicy
    {
        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            message.Request.Method == RequestMethod.Get ? ProcessNextAsync(message, pipeline) : throw new RequestFailedException(503, "Server busy.");

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
