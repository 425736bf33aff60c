using System.Net;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;

namespace CxFunctions.Tests.RealTime.Expiry;

/// <summary>
/// How surveys die. The engine counts whole seconds, so that its timers come up to a second early: the books must not. Each person bought half
/// a minute ago, so that the minute of the survey's life is over soon.
/// </summary>
public sealed class ExpiryTests(Hosts hosts)
{
    private static readonly TimeSpan Ago = TimeSpan.FromSeconds(32);

    // A machine under load; never early, that is the promise.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(20);

    /// <summary>Several, since how early a timer comes is a matter of the second's fraction.</summary>
    [Fact]
    public async Task Who_says_nothing_is_let_go_when_the_time_is_up_and_not_before()
    {
        var host = await hosts.Production;
        var silent = Enumerable.Range(0, 10).Select(i => new Customer($"silent-{i}")).ToList();
        await Task.WhenAll(silent.Select(async (person, i) =>
        {
            await host.AskedAsync(person, QuickPrograms.Dying, Ago + TimeSpan.FromMilliseconds(97 * i));
            var entry = await host.Books.EndedAsync(person);
            Assert.True(DateTimeOffset.UtcNow >= entry.ExpiresAt, "it is written before its time");
            Assert.Equal(JourneyEnd.Expired, entry.End);
            InTime(entry.ExpiresAt!.Value, entry.EndedAt!.Value);
            Assert.Single(await host.Outside.SurveysOfAsync(person));
            await NothingSpunAsync(host, person);
            await host.Books.CompletedAsync(person);
        }));
    }

    [Fact]
    public async Task Who_started_has_the_grace_and_then_answered_in_part()
    {
        var host = await hosts.Production;
        var slow = new Customer("slow");
        var invitation = await host.AskedAsync(slow, QuickPrograms.Dying, Ago);
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 7, complete: false));

        var entry = await host.Books.EndedAsync(slow);
        Assert.Equal(JourneyEnd.PartlyAnswered, entry.End);
        InTime(entry.ExpiresAt!.Value + QuickPrograms.Grace, entry.EndedAt!.Value);
        Assert.True(entry.StartedAt < entry.ExpiresAt, $"started {entry.StartedAt:O}, expired {entry.ExpiresAt:O}");
        await NothingSpunAsync(host, slow);
    }

    [Fact]
    public async Task Who_started_may_finish_within_the_grace()
    {
        var host = await hosts.Production;
        var late = new Customer("late");
        var invitation = await host.AskedAsync(late, QuickPrograms.Dying, Ago);
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 7, complete: false));
        await Patience.UntilAsync((await host.Books.EntryAsync(late)).ExpiresAt!.Value.AddSeconds(2));
        Assert.Null((await host.Books.EntryAsync(late)).End);
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 7, complete: true));

        Assert.Equal(JourneyEnd.Answered, (await host.Books.EndedAsync(late)).End);
        Assert.Equal(HttpStatusCode.Conflict, await host.SaveAsync(invitation, score: 1, complete: true));
    }

    /// <summary>Saved is saved: what the page accepted in the last moment, the ledger must not call expired.</summary>
    [Fact]
    public async Task What_is_saved_in_the_last_second_counts_and_what_comes_after_it_is_refused()
    {
        var host = await hosts.Production;
        var people = Enumerable.Range(0, 6).Select(i => new Customer($"last-second-{i}")).ToList();
        await Task.WhenAll(people.Select(async (person, i) =>
        {
            var invitation = await host.AskedAsync(person, QuickPrograms.Dying, Ago);
            await Patience.UntilAsync((await host.Books.EntryAsync(person)).ExpiresAt!.Value.AddMilliseconds(-900 + (160 * i)));
            var saved = await host.SaveAsync(invitation, score: 8, complete: true);

            var end = (await host.Books.EndedAsync(person)).End;
            Assert.Equal(saved == HttpStatusCode.OK ? JourneyEnd.Answered : JourneyEnd.Expired, end);
            Assert.Equal(saved == HttpStatusCode.OK, await host.Books.AnswerAsync(person) is not null);
            Assert.Equal(saved == HttpStatusCode.OK ? HttpStatusCode.Conflict : HttpStatusCode.Gone, await host.SaveAsync(invitation, score: 1, complete: true));
        }));
    }

    [Fact]
    public async Task The_reminder_comes_once_and_not_before_its_time()
    {
        var host = await hosts.Production;
        var forgetful = new Customer("forgetful");
        await host.AskedAsync(forgetful, QuickPrograms.Reminding);
        await Patience.UntilAsync("the reminder comes", async () => (await host.Outside.SurveysOfAsync(forgetful)).Count > 1);
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        var messages = await host.Outside.SurveysOfAsync(forgetful);
        Assert.Equal(2, messages.Count);
        await Patience.UntilAsync("the reminder is in the books", async () => (await host.Books.EntryAsync(forgetful)).RemindedAt is not null);
        var entry = await host.Books.EntryAsync(forgetful);
        Assert.True(entry.RemindedAt >= entry.InvitedAt + QuickPrograms.ReminderAfter, $"invited {entry.InvitedAt:O}, reminded {entry.RemindedAt:O}");
        await NothingSpunAsync(host, forgetful);
    }

    private static void InTime(DateTimeOffset due, DateTimeOffset at) =>
        Assert.True(at >= due && at <= due + Late, $"due {due:O}, written {at:O}, {(at - due).TotalMilliseconds:0} ms after it");

    /// <summary>A timer that comes early must not have the journey go round and round until its time.</summary>
    private static async Task NothingSpunAsync(RealHost host, Customer customer)
    {
        var journey = Books.JourneyOf(customer);
        var activities = await host.Books.History.ActivitiesAsync(journey);
        Assert.All(activities.CountBy(name => name), activity => Assert.InRange(activity.Value, 1, 2));
        Assert.InRange(activities.Count, 1, 4);
        Assert.InRange(await host.Books.History.TimersAsync(journey), 0, 3);
    }
}
