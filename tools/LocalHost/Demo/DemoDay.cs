using System.Diagnostics;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.Journeys.Ledger;
using CxFunctions.LocalHost.Demo.Evidence;
using CxFunctions.LocalHost.Demo.Plan;
using CxFunctions.LocalHost.Demo.Players;

namespace CxFunctions.LocalHost.Demo;

/// <summary>One demo day from its beginning, or from where it was interrupted, to its end.</summary>
internal sealed class DemoDay : IDisposable
{
    /// <summary>Real time that a request may take; senders of webhooks give up after five seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly DemoWorld _world;
    private readonly DemoStart _start;
    private readonly DemoPlan _plan;
    private readonly DemoJournal _journal;
    private readonly HttpClient _http = new() { Timeout = Patience };
    private readonly CrmPlayer _crm;
    private readonly RespondentPlayer _respondents;
    private readonly ManagerPlayer _manager;
    private readonly HashSet<string> _ended = [];
    private readonly long _began = Stopwatch.GetTimestamp();

    public DemoDay(DemoWorld world, DemoStart start, DemoJournal journal)
    {
        (_world, _start, _journal) = (world, start, journal);
        _plan = new DemoPlan(start);
        _crm = new CrmPlayer(world, _plan, journal, _http);
        _respondents = new RespondentPlayer(world, _plan, start, journal, _http);
        _manager = new ManagerPlayer(world, start, journal, _http);
    }

    /// <param name="cancellationToken">Interrupts it.</param>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await DisconnectDeadPhonesAsync(cancellationToken);
        var players = Task.WhenAll(_crm.PlayAsync(done.Token), _respondents.PlayAsync(done.Token), _manager.PlayAsync(done.Token));
        await WatchAsync(players, cancellationToken);
        await done.CancelAsync();
        await players.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_journal.Events.OfType<DayEnded>().Any())
        {
            _journal.Add(new DayEnded(_world.Clock.GetUtcNow()));
        }
    }

    public async Task<DemoSummary> SummariseAsync(CancellationToken cancellationToken)
    {
        var evidence = await new EvidenceCollector(_world, _start, _plan, _journal, _http).CollectAsync(cancellationToken);
        return DemoSummary.Of(
            evidence, _crm.Delivered, evidence.Now - _start.At, Stopwatch.GetElapsedTime(_began), _journal.Events.OfType<DayResumed>().Count());
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Until everything was delivered, every journey has ended, nobody has anything left to do and the numbers have settled.</summary>
    private async Task WatchAsync(Task players, CancellationToken cancellationToken)
    {
        var teller = new DemoTeller(_world, _start, _plan);
        using var looks = new PeriodicTimer(Look);
        while (await looks.WaitForNextTickAsync(cancellationToken))
        {
            if (players.IsFaulted)
            {
                await players;
            }
            var now = _world.Clock.GetUtcNow();
            teller.Tell(now, _crm.Delivered, _journal.Events, _manager.Known);
            if (_crm.IsDone && _respondents.IsDone && now > _plan.Deliveries[^1].At && await AllEndedAsync(cancellationToken))
            {
                break;
            }
        }
        await new Settling(_world).WaitAsync(cancellationToken);
    }

    private async Task<bool> AllEndedAsync(CancellationToken cancellationToken)
    {
        var ledger = new LedgerStore(_world.Tables);
        var crms = CrmPlayer.Crms(_world).ToDictionary(crm => crm.Source);
        foreach (var customer in _plan.Customers)
        {
            var id = crms[customer.Source].IdOf(customer.Transaction);
            if (_ended.Contains(id))
            {
                continue;
            }
            if (await ledger.FindAsync(customer.Source, id, cancellationToken) is not { } row || (row.InviteDueAt is not null && row.EndedAt is null))
            {
                return false;
            }
            _ended.Add(id);
        }
        return true;
    }

    private async Task DisconnectDeadPhonesAsync(CancellationToken cancellationToken) =>
        await new Inbox(_http, _world.Sandbox).DisconnectAsync(_plan.DeadPhones, cancellationToken);
}
