using System.Collections.Concurrent;
using System.Net;
using CxFunctions.CrmSimulator.Managers;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.Demo.Players;

/// <summary>The service manager, who works through the links of the alerts.</summary>
internal sealed class ManagerPlayer
{
    private readonly DemoWorld _world;
    private readonly DemoStart _start;
    private readonly DemoJournal _journal;
    private readonly Inbox _inbox;
    private readonly CaseVisitor _visitor;
    private readonly ConcurrentDictionary<string, byte> _done;
    private readonly Dictionary<Uri, Diligence> _cases = [];
    private long _read;

    public ManagerPlayer(DemoWorld world, DemoStart start, DemoJournal journal, HttpClient http)
    {
        (_world, _start, _journal) = (world, start, journal);
        _inbox = new Inbox(http, world.Sandbox);
        _visitor = new CaseVisitor(http, start.Seed);
        _done = new(journal.Events.OfType<Managed>().Select(m => KeyValuePair.Create(m.Key, default(byte))));
    }

    /// <summary>Cases that the manager was told of.</summary>
    public int Known => _cases.Count;

    public Task PlayAsync(CancellationToken cancellationToken) => Player.PlayAsync(
        async cancellation =>
        {
            await ReadAsync(cancellation);
            return [.. _cases.SelectMany(known => Due(known.Key, known.Value))];
        },
        cancellationToken);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var message in await _inbox.ReadAsync(_read, cancellationToken))
        {
            _read = message.Sequence;
            if (message is { ToManager: true, CaseLink: { } link } && message.At >= _start.At)
            {
                // Told twice, by SMS and by e-mail, it is one case.
                _cases.TryAdd(link, Diligence.Of(link.Segments[^1], message.At, _start.Seed));
            }
        }
    }

    private IEnumerable<Func<CancellationToken, Task>> Due(Uri link, Diligence diligence)
    {
        var now = _world.Clock.GetUtcNow();
        var token = link.Segments[^1];
        if (diligence.AcknowledgeAt <= now && !_done.ContainsKey(token + "/acknowledge"))
        {
            yield return cancellation => DoAsync(token + "/acknowledge", _visitor.AcknowledgeAsync(link, cancellation));
        }
        else if (diligence.ResolveAt <= now && !_done.ContainsKey(token + "/resolve"))
        {
            yield return cancellation => DoAsync(token + "/resolve", _visitor.ResolveAsync(link, cancellation));
        }
    }

    private async Task DoAsync(string key, Task<HttpStatusCode> step)
    {
        var status = await step;
        if ((int)status < 500)
        {
            _journal.Add(new Managed(key, _world.Clock.GetUtcNow(), (int)status));
            _done[key] = default;
        }
    }
}
