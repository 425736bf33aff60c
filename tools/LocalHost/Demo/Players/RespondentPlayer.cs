using System.Collections.Concurrent;
using System.Net;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.Demo.Players;

/// <summary>Everybody who has a phone or a mailbox in the Sandbox.</summary>
internal sealed class RespondentPlayer
{
    private readonly DemoWorld _world;
    private readonly DemoPlan _plan;
    private readonly DemoStart _start;
    private readonly DemoJournal _journal;
    private readonly Inbox _inbox;
    private readonly SurveyVisitor _visitor;
    private readonly ConcurrentDictionary<string, byte> _done;
    private readonly Dictionary<string, int> _messagesOfToken = [];
    private readonly List<DueAct> _acts = [];
    private long _read;

    public RespondentPlayer(DemoWorld world, DemoPlan plan, DemoStart start, DemoJournal journal, HttpClient http)
    {
        (_world, _plan, _start, _journal) = (world, plan, start, journal);
        _inbox = new Inbox(http, world.Sandbox);
        _visitor = new SurveyVisitor(http);
        _done = new(journal.Events.OfType<Acted>().Select(a => KeyValuePair.Create(a.Key, default(byte))));
    }

    /// <summary>Whether nobody has anything left to do about what they were sent.</summary>
    public bool IsDone => _acts.TrueForAll(act => _done.ContainsKey(act.Key));

    public Task PlayAsync(CancellationToken cancellationToken) => Player.PlayAsync(
        async cancellation =>
        {
            await ReadAsync(cancellation);
            var now = _world.Clock.GetUtcNow();
            return [.. _acts.Where(act => act.Act.At <= now && !_done.ContainsKey(act.Key))
                .Select<DueAct, Func<CancellationToken, Task>>(act => inner => DoAsync(act, inner))];
        },
        cancellationToken);

    /// <summary>Read from the first message on after a restart too: acts follow from messages alone.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var message in await _inbox.ReadAsync(_read, cancellationToken))
        {
            _read = message.Sequence;
            if (message.SurveyToken is not { } token || message.ToManager || _plan.CustomerAt(message.To, message.At) is not { } customer)
            {
                continue;
            }
            var ordinal = _messagesOfToken[token] = _messagesOfToken.GetValueOrDefault(token) + 1;
            _acts.AddRange(Habits.After(customer.Temper, message, ordinal, customer.Transaction.OccurredAt, _start.Seed)
                .Select(act => new DueAct($"{token}/{ordinal}/{act.Kind}", act, message, customer)));
        }
    }

    private async Task DoAsync(DueAct due, CancellationToken cancellationToken)
    {
        var reply = due.Act.Kind == ActKind.ReplyStop
            ? await ReplyStopAsync(due, cancellationToken)
            : await _visitor.DoAsync(due.Act.Kind, due.Message.SurveyLink!, due.Customer.Opinion, cancellationToken);
        if (!reply.Failed)
        {
            _journal.Add(new Acted(due.Key, due.Message.SurveyToken!, due.Act.Kind, due.Message.To, _world.Clock.GetUtcNow(), reply));
            _done[due.Key] = default;
        }
    }

    private async Task<SurveyReply> ReplyStopAsync(DueAct due, CancellationToken cancellationToken)
    {
        // The word that the message itself names.
        var word = due.Customer.Transaction.Person.Country.Language switch { "es" => "BAJA", "pt" => "SAIR", _ => "STOP" };
        await _inbox.ReplyAsync(due.Message.To, word, cancellationToken);
        return SurveyReply.Of(HttpStatusCode.OK);
    }

    private sealed record DueAct(string Key, Act Act, SandboxMessage Message, PlannedCustomer Customer);
}
