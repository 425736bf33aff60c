using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Bench.Kills;

/// <summary>Shoppers, their CRM, which sends again until it is heard, and their answers, which are saved again until the page says so.</summary>
internal sealed class Crowd(MortalHost host, string storage)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly LedgerStore _ledger = new(new TableServiceClient(storage));
    private readonly ConcurrentQueue<Shopper> _accepted = [];
    private readonly ConcurrentDictionary<string, bool> _answered = [];

    public int Accepted => _accepted.Count;

    /// <summary>Buys at a steady pace until it is cancelled; done when all that were begun are accepted.</summary>
    public async Task BuyAsync(double rate, CancellationToken closing)
    {
        var crm = new WebhookClient(_http, host.Url, new StandardCrm(LocalSecrets.Standard), TimeProvider.System);
        var buying = new List<Task>();
        for (var number = 0; !closing.IsCancellationRequested; number++)
        {
            buying.Add(TellAsync(crm, new Shopper(number)));
            await Task.Delay(TimeSpan.FromSeconds(1 / rate), closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(buying);
    }

    /// <summary>Everybody who has a message and has not answered yet does.</summary>
    /// <returns>How many journeys have not come to their end.</returns>
    public async Task<int> WaitingAsync(CancellationToken cancellation)
    {
        foreach (var message in await SurveysAsync(cancellation))
        {
            if (!_answered.ContainsKey(message.To) && await AnswerAsync(message, cancellation))
            {
                _answered[message.To] = true;
            }
        }
        return (await EntriesAsync(cancellation)).Count(entry => entry?.End is null);
    }

    public async Task<KillsFindings> FindingsAsync(int kills, CancellationToken cancellation)
    {
        var surveys = await SurveysAsync(cancellation);
        var entries = await EntriesAsync(cancellation);
        var first = surveys.GroupBy(message => message.To).ToDictionary(all => all.Key, all => all.Min(message => message.At));
        var waits = _accepted.Where(shopper => first.ContainsKey(shopper.Phone)).Select(shopper => (first[shopper.Phone] - shopper.AcceptedAt!.Value).TotalSeconds).Order().ToList();
        return new(
            kills,
            Accepted,
            entries.Count(entry => entry?.End != JourneyEnd.Answered),
            surveys.CountBy(message => message.To).Count(all => all.Value > 1),
            waits.Count > 0 ? waits[waits.Count / 2] : 0,
            waits.Count(wait => wait > Quick.TotalSeconds),
            waits.LastOrDefault());
    }

    private async Task TellAsync(WebhookClient crm, Shopper shopper)
    {
        while (await crm.PostAsync("msg_" + shopper.Transaction, [shopper.Buys()], CancellationToken.None) != HttpStatusCode.Accepted)
        {
            await Task.Delay(Pause);
        }
        shopper.AcceptedAt = DateTimeOffset.UtcNow;
        _accepted.Enqueue(shopper);
    }

    private async Task<bool> AnswerAsync(SandboxMessage message, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.PostAsJsonAsync(
                new Uri(host.Url, message.SurveyLink!.AbsolutePath), new { answers = new { recommend = 9 }, complete = true }, cancellation);
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<SandboxMessage>> SurveysAsync(CancellationToken cancellation) =>
        [.. (await new Inbox(_http, host.Sandbox).ReadAsync(0, cancellation)).Where(message => message.SurveyLink is not null)];

    private Task<LedgerEntry?[]> EntriesAsync(CancellationToken cancellation) =>
        Task.WhenAll(_accepted.Select(shopper => _ledger.FindAsync("standard", shopper.Transaction, cancellation)));
}
