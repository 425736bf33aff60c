using CxFunctions.Contacts;
using CxFunctions.Contacts.Claims;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>One telephone or one mailbox under two contact ids is one person, who is asked once in the quarantine.</summary>
public sealed class SamePersonTests
{
    private const string Phone = "+51987654321";
    private const string Mailbox = "ana@example.com";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_ids_with_one_telephone_are_asked_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync([.. Enumerable.Range(1, 4).Select(i => Scene.Purchase("T-" + i, Scene.Ten, "C-" + i, Phone))]);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await scene.MessagesAsync(Phone));
        var entries = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => scene.LedgerAsync("T-" + i)));
        Assert.Single(entries, e => e.InvitedAt is not null);
        Assert.Equal(3, entries.Count(e => e is { End: JourneyEnd.StoppedBeforeInvitation, Reason: LedgerReason.Quarantined }));
    }

    [Fact]
    public async Task Who_was_asked_by_telephone_is_not_asked_by_mail_under_another_id_until_the_quarantine_is_over()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, "C-1", Phone, Mailbox));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.PostAsync(Scene.Purchase("T-2", scene.Now, "C-2", phone: "n/a", email: Mailbox.ToUpperInvariant()));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((LedgerReason.Quarantined, JourneyEnd.StoppedBeforeInvitation), (await scene.LedgerAsync("T-2")) is var e ? (e.Reason, e.End) : default);
        Assert.Empty(await scene.MessagesAsync(Mailbox.ToUpperInvariant()));
    }

    [Fact]
    public async Task Whom_nobody_reached_is_free_under_every_id()
    {
        await using var scene = await Scene.StartAsync();
        await scene.FaultsAsync(new { service = "sms", undeliverable = new[] { Phone } });
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, "C-1", Phone));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(JourneyEnd.Undeliverable, (await scene.LedgerAsync("T-1")).End);

        await scene.FaultsAsync(new { service = "sms" });
        await scene.PostAsync(Scene.Purchase("T-2", scene.Now, "C-2", Phone));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.NotNull((await scene.LedgerAsync("T-2")).InvitedAt);
    }

    [Fact]
    public async Task Colleagues_behind_one_landline_are_several_people()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(
            Scene.Purchase("T-1", Scene.Ten, "C-1", "(01) 234-5678", "one@example.com"),
            Scene.Purchase("T-2", Scene.Ten, "C-2", "(01) 234-5678", "two@example.com"));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await scene.MessagesAsync("one@example.com"));
        Assert.Single(await scene.MessagesAsync("two@example.com"));
    }

    /// <summary>Twelve at once, two ids for each of the same two addresses; then the one who has them gives them back.</summary>
    [Fact]
    public async Task Of_many_who_claim_the_same_addresses_at_once_one_gets_them_and_gives_them_back()
    {
        await using var scene = await Scene.StartAsync();
        var contacts = scene.Services.GetRequiredService<ContactStore>();
        var ids = Enumerable.Range(0, 6).Select(i => "C-" + i).ToList();
        foreach (var id in ids)
        {
            await contacts.LearnAsync(ContactProfile.Of(new TransactionContact { Id = id, Phone = Phone, Email = Mailbox }, Scene.Ten), Stop);
        }

        var won = await Task.WhenAll(ids.Concat(ids).Select(id => ClaimAsync(id, "j" + id, Scene.Ten)));

        var winner = ids[Assert.Single(Enumerable.Range(0, ids.Count), i => won[i] || won[i + ids.Count])];
        var other = ids.First(id => id != winner);
        foreach (var loser in ids.Where(id => id != winner))
        {
            await contacts.ReleaseAsync(loser, "j" + loser, Stop);
        }
        Assert.False(await ClaimAsync(other, "later", Scene.Ten.AddDays(29.9)));
        await contacts.ReleaseAsync(other, "later", Stop);
        Assert.True(await ClaimAsync(other, "after", Scene.Ten.AddDays(30)));
        await contacts.ReleaseAsync(winner, "j" + winner, Stop); // lets alone what is another's by now
        Assert.False(await ClaimAsync(winner, "again", Scene.Ten.AddDays(31)));
        await contacts.ReleaseAsync(winner, "again", Stop);
        await contacts.ReleaseAsync(other, "after", Stop);
        Assert.True(await ClaimAsync(winner, "last", Scene.Ten.AddDays(31)));

        async Task<bool> ClaimAsync(string id, string journey, DateTimeOffset at) =>
            await contacts.ClaimAsync((await contacts.LookAsync(id, Stop))!, new InvitationClaim(journey, at), TimeSpan.FromDays(30), Stop);
    }
}
