using System.Net;
using Azure.Data.Tables;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Failing;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>A journey that the app itself can't go on with is not lost: the ledger says so, the contact is free, operations hear of it, and it can be taken up again.</summary>
public sealed class FailedJourneyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_told_once_and_taken_up_again_when_its_cause_is_mended()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten), Scene.Purchase("T-2", Scene.Ten, "C-2", "+51987000002"));
        await ConsentAsync(scene, "C-1", "perhaps");
        await ConsentAsync(scene, "C-2", "perhaps");
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((JourneyEnd.Failed, Scene.Ten.AddMinutes(30)), (entry.End, entry.EndedAt));
        Assert.Contains("InviteContact", entry.Detail, StringComparison.Ordinal);
        Assert.Empty(await scene.MessagesAsync());
        Assert.Single(await scene.MessagesAsync("manager@cx.example")); // of two of one hour

        await ConsentAsync(scene, "C-1", true);
        Assert.Equal(HttpStatusCode.Unauthorized, await ResumeAsync(scene, entry.JourneyId, key: null));
        Assert.Equal(HttpStatusCode.Accepted, await ResumeAsync(scene, entry.JourneyId, scene.HostKey));
        await scene.WhenIdleAsync();
        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(HttpStatusCode.Conflict, await ResumeAsync(scene, entry.JourneyId, scene.HostKey));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));

        Assert.Equal(2, (await scene.MessagesAsync()).Count); // the reminder
        Assert.Equal((JourneyEnd.Expired, Scene.Ten.AddHours(48), 1), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.EndedAt, e.Generation) : default);
        Assert.Equal(HttpStatusCode.Gone, await ResumeAsync(scene, JourneyIds.Of("standard", "T-2"), scene.HostKey));
        Assert.Equal(HttpStatusCode.NotFound, await ResumeAsync(scene, "journey-x", scene.HostKey));
    }

    [Fact]
    public async Task The_next_generation_hears_the_news_and_sends_nothing_twice()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        var sms = Assert.Single(await scene.MessagesAsync());
        var failed = await scene.Services.GetRequiredService<JourneyFailing>().FailAsync(new JourneyFailure(JourneyIds.Of("standard", "T-1"), 0, "test"), Stop);
        Assert.True(failed);
        Assert.Equal(HttpStatusCode.Accepted, await ResumeAsync(scene, JourneyIds.Of("standard", "T-1"), scene.HostKey));
        await scene.WhenIdleAsync();
        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(200, await scene.AnswerAsync(sms, complete: true));

        Assert.Equal((JourneyEnd.Answered, 1), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.Generation) : default);
        Assert.False(await scene.Services.GetRequiredService<JourneyFailing>().FailAsync(new JourneyFailure(JourneyIds.Of("standard", "T-1"), 0, "late"), Stop));
    }

    /// <summary>Whichever of the three the sweep comes to first.</summary>
    [Theory]
    [InlineData("T-1")]
    [InlineData("T-2")]
    [InlineData("T-3")]
    public async Task One_that_can_not_even_be_read_does_not_keep_the_others_from_being_found(string unreadable)
    {
        await using var scene = await Scene.StartAsync(rollups: "0 0 * * * *");
        string[] all = ["T-1", "T-2", "T-3"];
        await scene.PostAsync([.. all.Select((id, i) => Scene.Purchase(id, Scene.Ten, $"C-{i}", $"+5198700000{i}"))]);
        foreach (var id in all)
        {
            await ReasonAsync(scene, id, "Nonsense");
        }
        await scene.AdvanceAsync(TimeSpan.FromMinutes(31));
        foreach (var id in all.Where(id => id != unreadable))
        {
            await ReasonAsync(scene, id, "Eligible");
        }
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        foreach (var id in all.Where(id => id != unreadable))
        {
            Assert.Equal(JourneyEnd.Failed, (await scene.LedgerAsync(id)).End);
        }
        await ReasonAsync(scene, unreadable, "Eligible");
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(JourneyEnd.Failed, (await scene.LedgerAsync(unreadable)).End);
    }

    private static Task ReasonAsync(Scene scene, string transaction, string reason) =>
        scene.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Ledger).UpdateEntityAsync(
            new TableEntity(JourneyIds.Of("standard", transaction), "entry") { ["Reason"] = reason }, Azure.ETag.All, TableUpdateMode.Merge, Stop);

    private static async Task<HttpStatusCode> ResumeAsync(Scene scene, string journey, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/journeys/{journey}/resume");
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }
        using var answer = await scene.Http.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    /// <summary>Of another type than any release ever wrote, the row can't be read.</summary>
    private static async Task ConsentAsync(Scene scene, string contact, object consent)
    {
        var table = scene.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Contacts);
        var row = (await table.GetEntityAsync<TableEntity>(ContactRow.PartitionOf(contact), ContactRow.RowKey, cancellationToken: Stop)).Value;
        row["SmsConsent"] = consent;
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Stop);
    }
}
