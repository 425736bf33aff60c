using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Tests.EndToEnd.Journeys;

public sealed class InvitationTests
{
    [Fact]
    public async Task A_transaction_becomes_one_SMS_at_the_right_minute()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));

        await scene.AdvanceToAsync(Scene.Ten.AddMinutes(30).AddSeconds(-1));
        Assert.Empty(await scene.MessagesAsync());
        await scene.AdvanceToAsync(Scene.Ten.AddMinutes(30));

        var sms = Assert.Single(await scene.MessagesAsync());
        Assert.Equal(("sms", Scene.Ten.AddMinutes(30)), (sms.Kind, sms.At));
        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((LedgerReason.Eligible, Scene.Ten.AddMinutes(30), Scene.Ten.AddHours(48)), (entry.Reason, entry.InvitedAt, entry.ExpiresAt));
        Assert.Equal("Norte", entry.Dimensions["store"]);
    }

    [Fact]
    public async Task In_the_evening_the_invitation_waits_for_the_morning_where_the_contact_lives()
    {
        var evening = Scene.Ten.AddHours(9).AddMinutes(45); // 19:45 in Lima, 00:45 in Lisbon
        await using var scene = await Scene.StartAsync(evening);
        await scene.PostAsync(
            Scene.Purchase("T-1", evening, "C-1"),
            Scene.Purchase("T-2", evening, "C-2", "+351912345678", zone: "Europe/Lisbon"));

        await scene.AdvanceAsync(TimeSpan.FromHours(24));

        Assert.Equal(Scene.Ten.AddHours(23), Assert.Single(await scene.MessagesAsync()).At);
        Assert.Equal(DateTimeOffset.Parse("2026-11-24T09:00:00Z"), (await scene.MessagesAsync("+351912345678"))[0].At);
    }

    [Fact]
    public async Task Deliveries_that_come_twice_at_once_and_out_of_order_are_one_SMS_each()
    {
        await using var scene = await Scene.StartAsync();
        var first = Scene.Purchase("T-1", Scene.Ten, "C-1");
        var second = Scene.Purchase("T-2", Scene.Ten.AddMinutes(-5), "C-2", "+51987000002");
        var third = Scene.Purchase("T-3", Scene.Ten.AddMinutes(-9), "C-3", "+51987000003");
        object[][] deliveries = [[third, first], [first, second], [first], [second, third, second], [first, third]];

        var answers = await Task.WhenAll(deliveries.Select((items, i) => scene.SendAsync("msg_" + i, items)));
        Assert.All(answers, answer => Assert.Equal(202, (int)answer.StatusCode));
        await scene.WhenIdleAsync();
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.PostAsync(third, second, first);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        foreach (var phone in new[] { "+51987654321", "+51987000002", "+51987000003" })
        {
            Assert.Single(await scene.MessagesAsync(phone));
        }
    }

    [Fact]
    public async Task Two_transactions_of_one_contact_race_and_one_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Enumerable.Range(1, 6).Select(i => Scene.Purchase("T-" + i, Scene.Ten)).ToArray());
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await scene.MessagesAsync());
        var entries = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => scene.LedgerAsync("T-" + i)));
        Assert.Single(entries, e => e.InvitedAt is not null);
        Assert.Equal(5, entries.Count(e => e is { End: JourneyEnd.StoppedBeforeInvitation, Reason: LedgerReason.Quarantined }));

        await scene.PostAsync(Scene.Purchase("T-7", scene.Now));
        Assert.Equal((LedgerReason.Quarantined, (JourneyEnd?)null), (await scene.LedgerAsync("T-7")) is var e ? (e.Reason, e.End) : default);
    }

    [Fact]
    public async Task A_transaction_that_is_too_old_or_unknown_is_in_the_ledger_with_its_reason_and_nobody_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(
            Scene.Purchase("T-1", Scene.Ten.AddHours(-48)),
            Scene.Purchase("T-2", Scene.Ten.AddHours(1)),
            new { id = "T-3", program = "nowhere", touchpoint = "purchase", occurredAt = Scene.Ten, contact = new { id = "C-9" } },
            new { id = "T-4", program = "retail", touchpoint = "moon", occurredAt = Scene.Ten, contact = new { id = "C-9" } },
            new { id = "T-5", program = "retail", touchpoint = "purchase", occurredAt = Scene.Ten, contact = new { id = "C-9", phone = "+51987654321" } },
            new { id = "T-6", program = "retail", touchpoint = "purchase", occurredAt = Scene.Ten, contact = new { id = "C-8", consent = new { sms = true } } });
        await scene.AdvanceAsync(TimeSpan.FromHours(49));

        Assert.Empty(await scene.MessagesAsync());
        var reasons = await Task.WhenAll(Enumerable.Range(1, 6).Select(async i => (await scene.LedgerAsync("T-" + i)).Reason));
        Assert.Equal(
            [LedgerReason.TooOld, LedgerReason.InFuture, LedgerReason.UnknownProgram, LedgerReason.UnknownTouchpoint, LedgerReason.NoConsent, LedgerReason.NoAddress],
            reasons);
    }

    [Fact]
    public async Task A_phone_that_takes_nothing_gives_way_to_the_mailbox_and_nobody_is_asked_twice_on_one_channel()
    {
        await using var scene = await Scene.StartAsync();
        await scene.FaultsAsync(new { service = "sms", undeliverable = new[] { "+51987654321" } });
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, email: "ana@example.com"));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Single(await scene.MessagesAsync());
        var email = Assert.Single(await scene.MessagesAsync("ana@example.com"));
        Assert.Equal(200, await scene.AnswerAsync(email, complete: true));
        Assert.Equal((JourneyEnd.Answered, Catalog.Channel.Email), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.Channel) : default);
    }

    [Fact]
    public async Task Without_another_way_it_was_undeliverable_and_the_contact_is_free_for_the_next_transaction()
    {
        await using var scene = await Scene.StartAsync();
        await scene.FaultsAsync(new { service = "sms", undeliverable = new[] { "+51987654321" } });
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(JourneyEnd.Undeliverable, (await scene.LedgerAsync("T-1")).End);

        await scene.FaultsAsync(new { service = "sms" });
        await scene.PostAsync(Scene.Purchase("T-2", scene.Now));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync("T-2")).Reason);
        Assert.NotNull((await scene.LedgerAsync("T-2")).InvitedAt);
    }

    [Fact]
    public async Task While_the_days_budget_is_spent_nothing_is_sent_and_in_the_end_nobody_was_asked()
    {
        await using var scene = await Scene.StartAsync(change: o => o with { Settings = new Dictionary<string, string> { ["Budget__SmsSegmentsPerDay"] = "0" } });
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Empty(await scene.MessagesAsync());
        Assert.Equal((JourneyEnd.StoppedBeforeInvitation, LedgerReason.TooOld), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.Reason) : default);
    }
}
