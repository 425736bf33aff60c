using System.Collections.Concurrent;
using System.Net;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>People who buy and answer while their host is in trouble; they try again when a door was shut, as people and CRMs do.</summary>
internal sealed class Crowd(RealHost host)
{
    private static readonly TimeSpan Endurance = TimeSpan.FromSeconds(90);
    private readonly ConcurrentDictionary<Customer, bool> _people = [];

    /// <summary>Whose transaction was accepted, and whether their answer was.</summary>
    public IReadOnlyDictionary<Customer, bool> Accepted => _people;

    /// <summary>So many buy, each told in a delivery of its own; done when all of them are accepted.</summary>
    public Task LiveAsync(int people, string name) => Task.WhenAll(Enumerable.Range(0, people).Select(async i =>
    {
        var person = new Customer($"{name}-{i}");
        await UntilAcceptedAsync(() => host.TellAsync("msg-" + person.Transaction, person.Buys(DateTimeOffset.UtcNow, QuickPrograms.Lasting)), HttpStatusCode.Accepted);
        _people[person] = false;
    }));

    /// <summary>Everybody who has a message answers.</summary>
    public Task FinishAsync() => Task.WhenAll(_people.Keys.Select(async person =>
    {
        var invitation = await host.InvitedAsync(person, Endurance);
        await UntilAcceptedAsync(() => host.SaveAsync(invitation, score: 9, complete: true), HttpStatusCode.OK, HttpStatusCode.Conflict);
        _people[person] = true;
    }));

    private static async Task UntilAcceptedAsync(Func<Task<HttpStatusCode>> tries, params HttpStatusCode[] accepted) =>
        await Patience.UntilAsync("it is accepted", async () =>
        {
            try
            {
                var answer = await tries();
                return accepted.Contains(answer);
            }
            catch (Exception gone) when (gone is HttpRequestException or ObjectDisposedException or TaskCanceledException)
            {
                return false;
            }
        }, Endurance);
}
