using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Steps;
using CxFunctions.Messages;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys.Orchestration;

/// <summary>
/// The course of one journey: wait until the next step's time or for news, take the step, and hear from it what comes next. Which step that is
/// the ledger says; nothing but the time to wait for is kept here. One timer at a time.
/// </summary>
internal sealed class StepLoop(TaskOrchestrationContext context, SurveyJourneyInput input)
{
    private readonly SignalInbox _inbox = new(context);

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    public async Task<JourneyEnd> RunAsync()
    {
        var next = new JourneyNext(NextStep.Invite, input.InviteAt);
        while (true)
        {
            var news = await _inbox.NextUntilAsync(next.At);
            if (news?.End is { } told)
            {
                return told;
            }
            // News without an end is of a message that did not arrive: the next channel's turn, if the ledger says so too.
            next = await TakeAsync(news is null ? next : new JourneyNext(NextStep.Invite, Now));
            if (next.End is { } end)
            {
                return end;
            }
        }
    }

    /// <summary>A step that could not be taken for hours counts as postponed: what it sent goes out once, however often it is taken.</summary>
    private async Task<JourneyNext> TakeAsync(JourneyNext next)
    {
        try
        {
            return await context.CallActivityAsync<JourneyNext>(ActivityOf(next.Step), new JourneyLook(input.JourneyId, next.At), ActivityRetry.Of(context.InstanceId));
        }
        catch (TaskFailedException e) when (next.Step != NextStep.Close && !ActivityRetry.IsHopeless(e.FailureDetails))
        {
            var later = Now + JourneyTiming.Postponement;
            return later < input.ExpiresAt ? next with { At = later } : new JourneyNext(NextStep.Close, next.Step == NextStep.Invite ? Now : input.ExpiresAt);
        }
    }

    private static string ActivityOf(NextStep step) => step switch
    {
        NextStep.Invite => InviteContactActivity.Name,
        NextStep.Remind => RemindContactActivity.Name,
        _ => CloseJourneyActivity.Name,
    };
}
