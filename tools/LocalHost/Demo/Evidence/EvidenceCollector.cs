using Azure.Data.Tables;
using CxFunctions.Cases;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;
using CxFunctions.LocalHost.Demo.Plan;
using CxFunctions.LocalHost.Demo.Players;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.Demo.Evidence;

/// <summary>Reads everything there is to know of a demo day. Scans tables: for the end of a demo only.</summary>
internal sealed class EvidenceCollector(DemoWorld world, DemoStart start, DemoPlan plan, DemoJournal journal, HttpClient http)
{
    private readonly LedgerStore _ledger = new(world.Tables);
    private readonly InvitationStore _invitations = new(world.Tables);
    private readonly StoredAnswers _answers = new(world);

    public async Task<DemoEvidence> CollectAsync(CancellationToken cancellationToken)
    {
        var events = journal.Events;
        var accepted = Accepted(events);
        var messages = (await new Inbox(http, world.Sandbox).ReadAsync(0, cancellationToken)).Where(m => m.At >= start.At).ToList();
        var responses = await _answers.ResponsesAsync(cancellationToken);
        var rollups = new StoredRollups(world, responses);
        return new DemoEvidence
        {
            Now = world.Clock.GetUtcNow(),
            RealSecond = world.RealSecond,
            Catalog = world.Catalog,
            Accepted = accepted,
            Ledger = await LedgerAsync(accepted, cancellationToken),
            Messages = messages,
            Invitations = await InvitationsAsync(messages, cancellationToken),
            People = plan.Customers.Select(c => c.Transaction.Person).DistinctBy(p => p.Id).ToDictionary(p => p.Id),
            Acts = [.. events.OfType<Acted>()],
            OptOuts = await OptOutsAsync(events, cancellationToken),
            Responses = responses.ToDictionary(r => r.Ref.JourneyId),
            Verbatims = await _answers.VerbatimsAsync(cancellationToken),
            StoredWords = await _answers.WordsAsync(cancellationToken),
            Hours = await rollups.HoursAsync(cancellationToken),
            Days = await rollups.DaysAsync(cancellationToken),
            Cases = await CasesAsync(cancellationToken),
            FailedInstances = await FailedInstancesAsync(cancellationToken),
            Poison = await PoisonAsync(cancellationToken),
            Alerts = await CountAsync(TableNames.Alerts, row => row.GetString("RuleId"), _ => 1, cancellationToken),
            Spend = await CountAsync(TableNames.Spend, row => row.GetString("Kind"), row => row.GetInt32("Units") ?? 0, cancellationToken),
        };
    }

    private List<AcceptedTransaction> Accepted(IReadOnlyList<DemoEvent> events)
    {
        var crms = CrmPlayer.Crms(world).ToDictionary(crm => crm.Source);
        var keys = events.OfType<Delivered>().Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Deliveries.Where(d => keys.Contains(d.Key)).Select(d =>
        {
            var id = crms[d.Source].IdOf(d.Transaction);
            return new AcceptedTransaction(d.Source, id, JourneyIds.Of(d.Source, id), d.Transaction.Person.Id);
        }).DistinctBy(a => a.JourneyId)];
    }

    private async Task<Dictionary<string, LedgerEntry>> LedgerAsync(IReadOnlyList<AcceptedTransaction> accepted, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, LedgerEntry>();
        foreach (var transaction in accepted)
        {
            if (await _ledger.FindAsync(transaction.Source, transaction.TransactionId, cancellationToken) is { } row)
            {
                rows[transaction.JourneyId] = row;
            }
        }
        return rows;
    }

    private async Task<Dictionary<string, SurveyInvitation>> InvitationsAsync(IReadOnlyList<SandboxMessage> messages, CancellationToken cancellationToken)
    {
        var invitations = new Dictionary<string, SurveyInvitation>();
        foreach (var token in messages.Where(m => !m.ToManager).Select(m => m.SurveyToken).OfType<string>().Distinct())
        {
            if (await _invitations.FindAsync(token, cancellationToken) is { } invitation)
            {
                invitations[token] = invitation;
            }
        }
        return invitations;
    }

    private async Task<List<OptOut>> OptOutsAsync(IReadOnlyList<DemoEvent> events, CancellationToken cancellationToken)
    {
        var suppressions = world.Tables.GetTableClient(TableNames.Suppressions);
        var found = new List<OptOut>();
        foreach (var act in events.OfType<Acted>().Where(a => a.Kind is ActKind.OptOut or ActKind.ReplyStop && (int)a.Reply.Status == 200))
        {
            var person = plan.CustomerAt(act.To, act.At)!.Transaction.Person;
            DateTimeOffset? stored = null;
            foreach (var key in new[] { "contact:" + world.Digest.OfContact(person.Id), "address:" + world.Digest.OfAddress(act.To) })
            {
                var row = await suppressions.GetEntityIfExistsAsync<TableEntity>(key, "stop", cancellationToken: cancellationToken);
                var at = row.HasValue ? row.Value!.GetDateTimeOffset("At") : null;
                stored = stored is null || at < stored ? at ?? stored : stored;
            }
            found.Add(new OptOut(person.Id, act.Kind == ActKind.ReplyStop ? OptOut.BySms : OptOut.ByPage, act.At, stored));
        }
        return found;
    }

    private async Task<List<Case>> CasesAsync(CancellationToken cancellationToken)
    {
        var cases = new List<Case>();
        await foreach (var one in new CaseStore(world.Tables).AllAsync(cancellationToken))
        {
            cases.Add(one);
        }
        return cases;
    }

    private async Task<List<string>> FailedInstancesAsync(CancellationToken cancellationToken)
    {
        var query = new OrchestrationStatusQueryCondition
        {
            CreatedTimeFrom = start.At.UtcDateTime,
            RuntimeStatus = [OrchestrationRuntimeStatus.Failed],
            PageSize = 1000,
        };
        return [.. (await world.Orchestrations.ListInstancesAsync(query, cancellationToken)).DurableOrchestrationState.Select(instance => instance.InstanceId)];
    }

    private async Task<Dictionary<string, int>> PoisonAsync(CancellationToken cancellationToken)
    {
        var poison = new Dictionary<string, int>();
        foreach (var name in QueueNames.All)
        {
            var queue = world.Queues.GetQueueClient(name + "-poison");
            poison[name] = await queue.ExistsAsync(cancellationToken) ? (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount : 0;
        }
        return poison;
    }

    private async Task<Dictionary<string, int>> CountAsync(string table, Func<TableEntity, string?> kind, Func<TableEntity, int> units, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var row in world.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (kind(row) is { } name)
            {
                counts[name] = counts.GetValueOrDefault(name) + units(row);
            }
        }
        return counts;
    }
}
