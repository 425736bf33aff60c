using CxFunctions.Channels;
using CxFunctions.Foundation;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Cases;

/// <summary>Answers how the case stands.</summary>
public sealed class ReadCase(CaseStore store, CaseClock clock)
{
    [Function(nameof(ReadCase))]
    public async Task<CaseStatus> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        await clock.StatusAsync(await store.FindAsync(caseId, cancellationToken), cancellationToken);
}

/// <summary>Tells those above that a deadline has passed, once for each deadline, and not when the case moved in the last moment.</summary>
public sealed class EscalateCase(CaseStore store, CaseClock clock, QueueSender queues, CaseEscalation escalation)
{
    [Function(nameof(EscalateCase))]
    public async Task<CaseStatus> RunAsync([ActivityTrigger] Escalation input, CancellationToken cancellationToken)
    {
        var current = await store.ChangeAsync(input.CaseId, c => escalation.Mark(c, input.Deadline), cancellationToken);
        if (current is not null && CaseEscalation.IsDue(current, input.Deadline) && input.EscalateTo.Count > 0)
        {
            await queues.SendAsync(QueueNames.Notices, escalation.Notice(current, input), cancellationToken: cancellationToken);
        }
        return await clock.StatusAsync(current, cancellationToken);
    }
}

/// <summary>Puts together what the customer is told.</summary>
public sealed class WriteWordBack(CaseStore store)
{
    [Function(nameof(WriteWordBack))]
    public async Task<SendWordBack> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var c = await store.FindAsync(caseId, cancellationToken) ?? throw new InvalidOperationException($"Case {caseId} is gone.");
        return new SendWordBack($"case-{c.Id}/word-back", c.Response.ContactId, c.Program, c.Channel, c.Locale, c.WordBack ?? "");
    }
}

/// <param name="CaseId">The case.</param>
/// <param name="Outcome">What came of telling the customer.</param>
public sealed record WordBackTold(string CaseId, SendOutcome Outcome);

/// <summary>Writes into the case whether the customer was told.</summary>
public sealed class RecordWordBack(CaseStore store, CaseClock clock, TimeProvider time)
{
    [Function(nameof(RecordWordBack))]
    public async Task<CaseStatus> RunAsync([ActivityTrigger] WordBackTold told, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var current = await store.ChangeAsync(
            told.CaseId,
            c => c.WordBackState != WordBackState.Waiting || told.Outcome.Result == SendResult.Postponed
                ? null
                : told.Outcome.Result == SendResult.Sent
                    ? (c with { WordBackState = WordBackState.Sent }, new CaseEvent(at, CaseEventKind.WordBack, "system", "The customer was told what changed."))
                    : (c with { WordBackState = WordBackState.NotSent }, new CaseEvent(at, CaseEventKind.WordBack, "system", $"The customer was not told: {told.Outcome.Reason}")),
            cancellationToken);
        return await clock.StatusAsync(current, cancellationToken, postponed: told.Outcome.Result == SendResult.Postponed);
    }
}
