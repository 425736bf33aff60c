using CxFunctions.Catalog;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Steps;

/// <summary>
/// The reminder as one step, and the look at what became of the invitation: an answer, a stop or a failed delivery of which no event came. Idempotent.
/// </summary>
internal sealed class RemindContactActivity(ProgramCatalog catalog, LiveState live, AnswerLookup answers, SurveyMessages messages, LedgerStore ledger, JourneyFacts facts, ILogger<RemindContactActivity> log)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "RemindContact";

    [Function(Name)]
    public async Task<JourneyNext> RunAsync([ActivityTrigger] JourneyLook look, CancellationToken cancellationToken)
    {
        var entry = await live.EntryAsync(look.JourneyId, cancellationToken);
        if (live.NextOf(entry) is { Step: not NextStep.Remind } next)
        {
            return await SettledAsync(entry, next, cancellationToken);
        }
        (var answer, entry) = await answers.LookAsync(entry, cancellationToken);
        if (answer != AnswerState.None)
        {
            return live.NextOf(entry);
        }
        var seen = await live.OfAsync(entry, cancellationToken);
        if (catalog.Find(entry.Program) is not { } program)
        {
            return NoMore(entry);
        }
        var decision = InvitationRules.DecideReminder(program, seen);
        return decision.Verdict switch
        {
            InvitationVerdict.Proceed => await SendAsync(program, seen, decision.Channel!.Value, cancellationToken),
            InvitationVerdict.Wait => new JourneyNext(NextStep.Remind, decision.WaitUntil!.Value),
            _ => NoMore(entry),
        };
    }

    private async Task<JourneyNext> SendAsync(SurveyProgram program, LiveFacts seen, Channel channel, CancellationToken cancellationToken)
    {
        var outcome = await messages.RemindAsync(seen, program, channel, cancellationToken);
        if (outcome.Result == SendResult.Sent)
        {
            var entry = await ledger.ChangeAsync(seen.Entry, e => LedgerTransitions.Apply(e, JourneyStep.Reminded, seen.Now), cancellationToken);
            JourneysLog.Advanced(log, entry.JourneyId, JourneyStep.Reminded);
            await facts.TellAsync(entry, [FieldworkStage.Reminded], cancellationToken);
            return live.NextOf(entry);
        }
        var later = JourneyTiming.PostponedTo(seen.Now, seen.Entry.JourneyId);
        return outcome.Result == SendResult.Postponed && later + JourneyTiming.LeastTimeAfterReminder <= seen.Entry.ExpiresAt
            ? new JourneyNext(NextStep.Remind, later)
            : NoMore(seen.Entry);
    }

    /// <summary>Called again after the last word was written: Rollups may not have heard it yet.</summary>
    private async Task<JourneyNext> SettledAsync(LedgerEntry entry, JourneyNext next, CancellationToken cancellationToken)
    {
        if (entry.RemindedAt is not null)
        {
            await facts.TellAsync(entry, [FieldworkStage.Reminded], cancellationToken);
        }
        return next;
    }

    private static JourneyNext NoMore(LedgerEntry entry) => new(NextStep.Close, entry.ExpiresAt!.Value);
}
