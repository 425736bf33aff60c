using CxFunctions.Channels;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys;

internal sealed partial class SurveyCourse
{
    /// <summary>Waits for whatever comes of an invitation: signals, the reminder's time, expiry, and the close for who started.</summary>
    /// <param name="sent">Null where the contact came by an earlier link.</param>
    /// <returns>How it ended, or null where the message was not delivered: the next channel's turn.</returns>
    private async Task<JourneyEnding?> FollowAsync(SentInvitation? sent)
    {
        var remindAt = sent?.RemindAt;
        while (true)
        {
            var reminderIsNext = !_started && remindAt is not null;
            var until = reminderIsNext ? remindAt!.Value : _started ? input.ClosesAt : input.ExpiresAt;
            if (await _inbox.NextUntilAsync(until) is { } signal)
            {
                if (EndOf(signal) is { } ending)
                {
                    return ending;
                }
                if (signal.Kind == JourneySignalKind.DeliveryFailed && !_started && signal.SendId == sent?.SendId)
                {
                    return null;
                }
                await NoteAsync(signal);
            }
            else if (reminderIsNext)
            {
                remindAt = await RemindAsync(sent!);
            }
            else if (await AtDeadlineAsync() is { } over)
            {
                return over;
            }
        }
    }

    /// <summary>
    /// The time is up for starting, or for finishing what was started. The answers have the last word: one that was saved in time counts,
    /// even if its signal is still on the way.
    /// </summary>
    private async Task<JourneyEnding?> AtDeadlineAsync()
    {
        var at = Now;
        var answer = await context.CallActivityAsync<AnswerState>(nameof(LookUpAnswer), input.JourneyId, ActivityRetry.Patient);
        if (JourneyEnds.AtDeadline(answer, isClosed: at >= input.ClosesAt) is { } end)
        {
            return Ending(end) with { At = at };
        }
        _started = true;
        await RecordAsync(JourneyStep.Started, at);
        return null;
    }

    /// <returns>When to look again, or null where the matter is closed: sent, or not to be sent.</returns>
    private async Task<DateTimeOffset?> RemindAsync(SentInvitation sent)
    {
        var decision = await context.CallActivityAsync<InvitationDecision>(nameof(DecideReminder), input.JourneyId, ActivityRetry.Patient);
        if (decision.Verdict != InvitationVerdict.Proceed)
        {
            return decision.WaitUntil;
        }
        var sendId = JourneyIds.SendOf(input.JourneyId, sent.Channel, isReminder: true);
        var outcome = await SendAsync(new SendSurvey(sendId, sent.Token, Reminder: true));
        switch (outcome.Result)
        {
            case SendResult.Sent:
                await RecordAsync(JourneyStep.Reminded, Now, sent.Channel);
                return null;
            case SendResult.Postponed when Now + JourneyTiming.Postponement + JourneyTiming.LeastTimeAfterReminder <= input.ExpiresAt:
                return Now + JourneyTiming.Postponement;
            default:
                return null;
        }
    }
}
