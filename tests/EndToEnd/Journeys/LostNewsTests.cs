using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>Between two hosts an event can be lost, come twice, or late. The ledger and the answers are there all the same, and the journey looks.</summary>
public sealed class LostNewsTests
{
    private const string Mailbox = "ana@example.com";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_whose_signal_was_lost_spares_the_customer_the_reminder()
    {
        await using var scene = await InvitedAsync();
        await scene.SaveUnheardAsync("T-1", complete: true);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(23));

        Assert.Single(await scene.MessagesAsync());
        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((JourneyEnd.Answered, Scene.Ten.AddHours(1), (DateTimeOffset?)null), (entry.End, entry.AnsweredAt, entry.RemindedAt));
    }

    [Fact]
    public async Task A_start_whose_signal_was_lost_spares_the_reminder_and_has_its_grace()
    {
        await using var scene = await InvitedAsync();
        await scene.SaveUnheardAsync("T-1", complete: false);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48.5).AddSeconds(-1));
        Assert.Equal((null, Scene.Ten.AddHours(1)), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.StartedAt) : default);
        await scene.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal((JourneyEnd.PartlyAnswered, Scene.Ten.AddHours(48.5)), (await scene.LedgerAsync("T-1")) is var over ? (over.End, over.EndedAt) : default);
    }

    [Fact]
    public async Task A_delivery_that_failed_and_woke_nobody_is_seen_when_the_reminder_is_due()
    {
        await using var scene = await InvitedAsync();
        await scene.LedgerOf.ChangeAsync(JourneyIds.Of("standard", "T-1"), e => LedgerTransitions.Apply(e, JourneyStep.NotDelivered, scene.Now, Channel.Sms), Stop);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(23));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal(Scene.Ten.AddHours(23), Assert.Single(await scene.MessagesAsync(Mailbox)).At);
        Assert.Equal(Channel.Email, (await scene.LedgerAsync("T-1")).Channel);
    }

    [Fact]
    public async Task An_end_that_woke_nobody_is_kept_and_nothing_more_is_sent()
    {
        await using var scene = await InvitedAsync();
        await scene.LedgerOf.ChangeAsync(JourneyIds.Of("standard", "T-1"), e => LedgerTransitions.Apply(e, JourneyEnd.Cancelled, scene.Now), Stop);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(49));

        Assert.Single(await scene.MessagesAsync());
        Assert.Equal((JourneyEnd.Cancelled, Scene.Ten.AddHours(1)), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.EndedAt) : default);
    }

    [Fact]
    public async Task Signals_that_come_twice_and_in_the_wrong_order_come_to_the_same()
    {
        await using var scene = await InvitedAsync();
        var (journey, at) = (JourneyIds.Of("standard", "T-1"), scene.Now);
        var failed = Signal(JourneySignalKind.DeliveryFailed) with { SendId = JourneyIds.SendOf(journey, Channel.Sms, isReminder: false) };
        await TellAsync(failed, failed, Signal(JourneySignalKind.Delivered), failed);
        Assert.Single(await scene.MessagesAsync(Mailbox));
        await TellAsync(Signal(JourneySignalKind.Answered), Signal(JourneySignalKind.Started), Signal(JourneySignalKind.Answered), failed);
        await scene.AdvanceToAsync(Scene.Ten.AddHours(49));

        Assert.Single(await scene.MessagesAsync());
        Assert.Single(await scene.MessagesAsync(Mailbox));
        Assert.Equal((JourneyEnd.Answered, at, at), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.StartedAt, e.AnsweredAt) : default);

        JourneySignal Signal(JourneySignalKind kind) => new(JourneySignal.CurrentVersion, journey, kind, at);

        async Task TellAsync(params JourneySignal[] signals)
        {
            foreach (var signal in signals)
            {
                await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.JourneySignals, signal, cancellationToken: Stop);
                await scene.WhenIdleAsync();
            }
        }
    }

    /// <summary>Saved in the last second; the journey closed before the row was there, and the queue was behind.</summary>
    [Fact]
    public async Task An_answer_in_time_counts_though_everything_about_it_comes_after_the_end()
    {
        await using var scene = await InvitedAsync();
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));
        Assert.Equal(JourneyEnd.Expired, (await scene.LedgerAsync("T-1")).End);
        var saved = Scene.Ten.AddHours(48).AddSeconds(-1);
        var signal = new JourneySignal(JourneySignal.CurrentVersion, JourneyIds.Of("standard", "T-1"), JourneySignalKind.Answered, saved);
        await scene.Services.GetRequiredService<QueueSender>().SendAsync(QueueNames.JourneySignals, signal, cancellationToken: Stop);
        await scene.WhenIdleAsync();

        Assert.Equal((JourneyEnd.Answered, saved), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.AnsweredAt) : default);
    }

    /// <summary>Half past ten the SMS went out; it is eleven.</summary>
    private static async Task<Scene> InvitedAsync()
    {
        var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, email: Mailbox));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(await scene.MessagesAsync());
        return scene;
    }
}
