using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using CxFunctions.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

public sealed class ExpiryTests
{
    [Fact]
    public async Task Unanswered_it_is_reminded_once_in_the_morning_and_expires_exactly_48_hours_after_its_transaction()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48).AddSeconds(-1));
        Assert.Null((await scene.LedgerAsync("T-1")).End);
        await scene.AdvanceAsync(TimeSpan.FromSeconds(1));

        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((JourneyEnd.Expired, Scene.Ten.AddHours(48)), (entry.End, entry.EndedAt));
        Assert.Equal([Scene.Ten.AddMinutes(30), Scene.Ten.AddHours(23)], (await scene.MessagesAsync()).Select(m => m.At)); // 08:30 is too early
        Assert.Equal(Scene.Ten.AddHours(23), entry.RemindedAt);
        Assert.Equal(410, await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: true));
    }

    [Fact]
    public async Task Answered_before_the_reminder_there_is_none()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(200, await scene.AnswerAsync(Assert.Single(await scene.MessagesAsync()), complete: true));
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((JourneyEnd.Answered, Scene.Ten.AddHours(1), (DateTimeOffset?)null), (entry.End, entry.AnsweredAt, entry.RemindedAt));
        Assert.Single(await scene.MessagesAsync());
    }

    [Fact]
    public async Task Who_started_in_time_may_finish_within_the_grace()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(47.9));
        var sms = (await scene.MessagesAsync())[0];
        await scene.AnswerAsync(sms, complete: false);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48.25));
        Assert.Null((await scene.LedgerAsync("T-1")).End);
        await scene.AnswerAsync(sms, complete: true);

        Assert.Equal((JourneyEnd.Answered, Scene.Ten.AddHours(48.25)), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.AnsweredAt) : default);
    }

    [Fact]
    public async Task Who_never_finished_answered_in_part_when_the_grace_is_over()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.AnswerAsync((await scene.MessagesAsync())[0], complete: false);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48.5));

        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((JourneyEnd.PartlyAnswered, Scene.Ten.AddHours(48.5), Scene.Ten.AddHours(1)), (entry.End, entry.EndedAt, entry.StartedAt));
        Assert.Single(await scene.MessagesAsync());
    }

    [Fact]
    public async Task Who_says_stop_hears_nothing_more_about_this_or_anything_else()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.OptOutAsync(Assert.Single(await scene.MessagesAsync()));
        Assert.Equal(JourneyEnd.OptedOut, (await scene.LedgerAsync("T-1")).End);

        await scene.PostAsync(Scene.Purchase("T-2", scene.Now), Scene.Purchase("T-3", scene.Now, "C-2"));
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(LedgerReason.Suppressed, (await scene.LedgerAsync("T-2")).Reason);
        Assert.Equal(LedgerReason.Suppressed, (await scene.LedgerAsync("T-3")).Reason); // another contact, the same telephone
    }

    [Fact]
    public async Task Who_says_stop_between_transaction_and_invitation_is_never_invited()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, "C-1"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(20));
        await scene.PostAsync(Scene.Purchase("T-2", Scene.Ten, "C-2"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        var messages = await scene.MessagesAsync();
        await scene.OptOutAsync(messages[0]);
        await scene.PostAsync(Scene.Purchase("T-3", Scene.Ten.AddMinutes(10), "C-1"));
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Equal(messages.Count, (await scene.MessagesAsync()).Count);
    }

    /// <summary>The queue is behind: the answer is stored, its signal has not come through when the time is up.</summary>
    [Fact]
    public async Task An_answer_that_was_saved_in_time_counts_though_its_signal_is_still_on_the_way()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(47));
        var entry = await scene.LedgerAsync("T-1");
        var response = new StoredResponse
        {
            Ref = new(entry.ContactId, entry.OccurredAt, entry.JourneyId),
            Revision = 1,
            Source = entry.Source,
            TransactionId = entry.TransactionId,
            Program = entry.Program,
            Touchpoint = entry.Touchpoint,
            Channel = Catalog.Channel.Sms,
            Locale = "es",
            Dimensions = entry.Dimensions,
            Scores = new Dictionary<Catalog.QuestionKind, int> { [Catalog.QuestionKind.Nps] = 9 },
            VerbatimPrints = new Dictionary<string, string>(),
            Complete = true,
            StartedAt = scene.Now,
            SavedAt = scene.Now,
        };
        await scene.Services.GetRequiredService<ResponseStore>().WriteAsync(null, response, TestContext.Current.CancellationToken);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));

        Assert.Equal(JourneyEnd.Answered, (await scene.LedgerAsync("T-1")).End);
    }
}
