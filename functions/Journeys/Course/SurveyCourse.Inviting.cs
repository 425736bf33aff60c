using CxFunctions.Catalog;
using CxFunctions.Channels;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys;

internal sealed partial class SurveyCourse
{
    /// <summary>What became of an attempt to invite: one of the three is set, or none where the contact needs no invitation any more.</summary>
    private sealed record InviteStep(JourneyEnding? Ending = null, DateTimeOffset? RetryAt = null, SentInvitation? Sent = null)
    {
        public static readonly InviteStep None = new();
    }

    private sealed record SentInvitation(Channel Channel, string Token, string SendId, DateTimeOffset? RemindAt);

    private async Task<InviteStep> InviteAsync()
    {
        var decision = await context.CallActivityAsync<InvitationDecision>(
            nameof(DecideInvitation), new InvitationQuestion(input.JourneyId, [.. _failed]), ActivityRetry.Patient);
        if (decision.Verdict == InvitationVerdict.Wait)
        {
            return new(RetryAt: decision.WaitUntil);
        }
        if (decision.Verdict == InvitationVerdict.Stop)
        {
            return new(Stopped(decision.Reason!.Value));
        }
        var channel = decision.Channel!.Value;
        var prepared = await context.CallActivityAsync<PreparedInvitation>(
            nameof(PrepareInvitation), new InvitationOrder(input.JourneyId, channel, Now), ActivityRetry.Patient);
        var sendId = JourneyIds.SendOf(input.JourneyId, channel, isReminder: false);
        var outcome = await SendAsync(new SendSurvey(sendId, prepared.Token, Reminder: false));
        switch (outcome.Result)
        {
            case SendResult.Sent:
                await RecordAsync(JourneyStep.Invited, Now, channel);
                return new(Sent: new SentInvitation(channel, prepared.Token, sendId, prepared.RemindAt));
            case SendResult.Failed:
                _failed.Add(channel);
                return new(RetryAt: Now);
            case SendResult.Postponed when Now + JourneyTiming.Postponement < input.ExpiresAt:
                return new(RetryAt: Now + JourneyTiming.Postponement);
            case SendResult.Withheld when Now < input.ExpiresAt:
                return new(Stopped(LedgerReason.Suppressed, outcome.Reason));
            default:
                return new(Stopped(LedgerReason.TooOld, outcome.Reason));
        }
    }

    /// <summary>A message that the service would not even refuse counts as postponed: its id keeps it from going out twice.</summary>
    private async Task<SendOutcome> SendAsync(SendSurvey message)
    {
        try
        {
            return await context.CallActivityAsync<SendOutcome>(nameof(SendSurvey), message, ActivityRetry.Send);
        }
        catch (TaskFailedException)
        {
            return new SendOutcome(SendResult.Postponed, "service-out-of-reach");
        }
    }

    private JourneyEnding Stopped(LedgerReason reason, string? detail = null) => JourneyEnds.WhenStopped(reason, hasFailedChannels: _failed.Count > 0) switch
    {
        JourneyEnd.StoppedBeforeInvitation => Ending(JourneyEnd.StoppedBeforeInvitation, reason, detail),
        var end => Ending(end, detail: detail),
    };
}
