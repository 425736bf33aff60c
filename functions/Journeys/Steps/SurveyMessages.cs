using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Contacts.Phones;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Steps;

/// <summary>Makes what a link stands for and sends it. Repeating it sends nothing twice and makes no second link.</summary>
internal sealed class SurveyMessages(InvitationStore invitations, PhoneStore phones, SurveySender sender)
{
    /// <summary>
    /// The rows of the link and of the phone are there before the message is. What an earlier try settled is asked for only where there can have been one, but then
    /// before the gate is: what went out went out, whatever the gate would say now.
    /// </summary>
    /// <param name="facts">As seen now.</param>
    /// <param name="program">Whose survey it is.</param>
    /// <param name="channel">The way.</param>
    /// <param name="again">Whether an earlier try may have sent it.</param>
    /// <param name="cancellationToken">Gives up; whether it was sent is then unknown, and a repetition settles it.</param>
    public async Task<SendOutcome> InviteAsync(LiveFacts facts, SurveyProgram program, Channel channel, bool again, CancellationToken cancellationToken)
    {
        var sendId = JourneyIds.SendOf(facts.Entry.JourneyId, channel, isReminder: false);
        if (again && await sender.SettledAsync(sendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        var invitation = InvitationOf(facts, program, channel, await invitations.TokenOfAsync(facts.Entry.JourneyId, channel, cancellationToken));
        await Task.WhenAll(invitations.SaveAsync(invitation, cancellationToken), RememberPhoneAsync(invitation, facts, cancellationToken));
        return await SendAsync(sendId, invitation, facts, reminder: false, cancellationToken);
    }

    /// <summary>The reminder brings the invitation's own link once more.</summary>
    public async Task<SendOutcome> RemindAsync(LiveFacts facts, SurveyProgram program, Channel channel, CancellationToken cancellationToken)
    {
        var sendId = JourneyIds.SendOf(facts.Entry.JourneyId, channel, isReminder: true);
        if (await sender.SettledAsync(sendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        var token = await invitations.FindTokenAsync(facts.Entry.JourneyId, channel, cancellationToken)
            ?? throw new InvalidOperationException($"Journey {facts.Entry.JourneyId} was invited by {channel} and has no link.");
        return await SendAsync(sendId, InvitationOf(facts, program, channel, token), facts, reminder: true, cancellationToken);
    }

    /// <summary>The channel by which an invitation of the journey went out, by the messages' own rows; null where none did.</summary>
    public async Task<Channel?> InvitedByAsync(string journeyId, CancellationToken cancellationToken)
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            if (await sender.SettledAsync(JourneyIds.SendOf(journeyId, channel, isReminder: false), cancellationToken) is { Result: SendResult.Sent })
            {
                return channel;
            }
        }
        return null;
    }

    /// <summary>Who replies with STOP is known by the phone alone.</summary>
    private Task RememberPhoneAsync(SurveyInvitation invitation, LiveFacts facts, CancellationToken cancellationToken) =>
        invitation.Channel == Channel.Sms && facts.Contact?.Phone is { Length: > 0 } phone ? phones.AddAsync(phone, PhoneInvitationOf(invitation), cancellationToken) : Task.CompletedTask;

    private Task<SendOutcome> SendAsync(string sendId, SurveyInvitation invitation, LiveFacts facts, bool reminder, CancellationToken cancellationToken) =>
        sender.SendAsync(new SurveyMessage(sendId, invitation, facts.Contact, facts.Look, reminder), cancellationToken);

    private static PhoneInvitation PhoneInvitationOf(SurveyInvitation invitation) =>
        new(invitation.JourneyId, invitation.ContactId, invitation.Program, invitation.Locale, invitation.OccurredAt);

    private static SurveyInvitation InvitationOf(LiveFacts facts, SurveyProgram program, Channel channel, string token) => new()
    {
        Token = token,
        JourneyId = facts.Entry.JourneyId,
        Program = facts.Entry.Program,
        Touchpoint = facts.Entry.Touchpoint,
        ContactId = facts.Entry.ContactId,
        Source = facts.Entry.Source,
        TransactionId = facts.Entry.TransactionId,
        OccurredAt = facts.Entry.OccurredAt,
        Channel = channel,
        Locale = Locales.Choose(facts.Contact?.Locale, program.DefaultLocale),
        Dimensions = facts.Entry.Dimensions,
        ExpiresAt = facts.Entry.ExpiresAt!.Value,
        ClosesAt = JourneyTiming.ClosesAt(program, facts.Entry.OccurredAt),
    };
}
