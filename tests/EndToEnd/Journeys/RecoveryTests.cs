using CxFunctions.Contacts;
using CxFunctions.Contacts.Claims;
using CxFunctions.Foundation;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

public sealed class RecoveryTests
{
    [Fact]
    public async Task A_journey_goes_on_in_another_process_where_the_first_has_ended()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.RestartAsync();
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.RestartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));

        Assert.Equal(2, (await scene.MessagesAsync()).Count); // invitation and reminder
        Assert.Equal((JourneyEnd.Expired, Scene.Ten.AddHours(48)), (await scene.LedgerAsync("T-1")) is var e ? (e.End, e.EndedAt) : default);
    }

    /// <summary>The worst moment: the decision was written, and the process died before anything followed from it.</summary>
    [Fact]
    public async Task A_decision_that_nothing_followed_from_is_taken_up_by_the_next_delivery()
    {
        await using var scene = await Scene.StartAsync();
        var stop = TestContext.Current.CancellationToken;
        var contact = new TransactionContact { Id = "C-1", Phone = "+51987654321", Consent = new() { Sms = true } };
        var contacts = scene.Services.GetRequiredService<ContactStore>();
        await contacts.LearnAsync(ContactProfile.Of(contact, Scene.Ten), stop);
        await scene.LedgerOf.DecideAsync(
            new LedgerEntry
            {
                Source = "standard",
                TransactionId = "T-1",
                JourneyId = JourneyIds.Of("standard", "T-1"),
                Program = "retail",
                ProgramVersion = "1",
                Touchpoint = "purchase",
                ContactId = "C-1",
                OccurredAt = Scene.Ten,
                ReceivedAt = Scene.Ten,
                Reason = LedgerReason.Eligible,
                InviteDueAt = Scene.Ten.AddMinutes(30),
                ExpiresAt = Scene.Ten.AddHours(48),
            },
            stop);

        var message = new TransactionsReceived(1, "d", "standard", Scene.Ten, [new Transaction { Id = "T-1", Program = "retail", Touchpoint = "purchase", OccurredAt = Scene.Ten, Contact = contact }]);
        var queues = scene.Services.GetRequiredService<QueueSender>();
        await queues.SendAsync(QueueNames.Transactions, message, cancellationToken: stop);
        await queues.SendAsync(QueueNames.Transactions, message, cancellationToken: stop);
        await Task.Delay(TimeSpan.FromSeconds(3), stop); // until the queue is looked at
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await scene.MessagesAsync());
        Assert.NotNull((await scene.LedgerAsync("T-1")).InvitedAt);
        Assert.Equal(["T-1"], await ListAsync(scene));
    }

    /// <summary>The claim of an invitation that was never sent does not keep its own journey away.</summary>
    [Fact]
    public async Task A_claim_that_is_made_twice_is_made_once_and_only_one_of_many_gets_it()
    {
        await using var scene = await Scene.StartAsync();
        var stop = TestContext.Current.CancellationToken;
        var contacts = scene.Services.GetRequiredService<ContactStore>();
        await contacts.LearnAsync(ContactProfile.Of(new TransactionContact { Id = "C-1" }, Scene.Ten), stop);

        var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => ClaimAsync("j" + (i % 6))));

        var winner = Assert.Single(Enumerable.Range(0, 6), i => won[i] || won[i + 6]);
        Assert.True(won[winner] && won[winner + 6]);
        await contacts.ReleaseAsync("C-1", "j" + ((winner + 1) % 6), stop);
        Assert.False(await ClaimAsync("other"));
        await contacts.ReleaseAsync("C-1", "j" + winner, stop);
        Assert.True(await ClaimAsync("other"));

        async Task<bool> ClaimAsync(string journey) =>
            await contacts.ClaimAsync((await contacts.LookAsync("C-1", stop))!, new InvitationClaim(journey, Scene.Ten), TimeSpan.FromDays(30), stop);
    }

    [Fact]
    public async Task The_ledger_lists_newest_first_over_hours_and_shards()
    {
        await using var scene = await Scene.StartAsync();
        var transactions = Enumerable.Range(0, 60).Select(i => Scene.Purchase($"T-{i:00}", Scene.Ten.AddMinutes(-37 * i), "C-" + i)).ToArray();
        await scene.PostAsync([.. transactions.Reverse()]);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"T-{i:00}"), await ListAsync(scene));
        Assert.Equal(Enumerable.Range(10, 5).Select(i => $"T-{i:00}"), await ListAsync(scene, Scene.Ten.AddMinutes(-37 * 14), Scene.Ten.AddMinutes(-37 * 9)));
    }

    private static async Task<List<string>> ListAsync(Scene scene, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        var ids = new List<string>();
        await foreach (var entry in scene.LedgerOf.ListAsync("retail", from ?? Scene.Ten.AddHours(-48), to ?? Scene.Ten.AddHours(1), TestContext.Current.CancellationToken))
        {
            ids.Add(entry.TransactionId);
        }
        return ids;
    }
}
