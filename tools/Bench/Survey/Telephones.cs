using System.Collections.Concurrent;
using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.Bench.Survey;

/// <summary>Looks at the Sandbox's telephones and hands every invitation to its customer.</summary>
internal sealed class Telephones(HttpClient http, Uri sandbox)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentDictionary<string, Customer> _owners = [];
    private readonly Inbox _inbox = new(http, sandbox);

    public void Add(Customer customer) => _owners[customer.Phone] = customer;

    public async Task WatchAsync(CancellationToken cancellation)
    {
        for (var since = 0L; !cancellation.IsCancellationRequested; await Task.Delay(Look, cancellation))
        {
            foreach (var message in await _inbox.ReadAsync(since, cancellation))
            {
                since = message.Sequence;
                if (message.SurveyLink is not null && _owners.TryGetValue(message.To, out var owner))
                {
                    owner.Take(message);
                }
            }
        }
    }
}
