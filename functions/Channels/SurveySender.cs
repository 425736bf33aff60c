using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Messages;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels;

/// <summary>An invitation or a reminder that is to be sent.</summary>
/// <param name="SendId">Names the message for ever: the same id is never sent twice.</param>
/// <param name="Invitation">What its link stands for.</param>
/// <param name="Contact">As stored now; null where it was erased.</param>
/// <param name="Look">Whether the contact wants none, as seen a moment ago.</param>
/// <param name="Reminder">Whether it is the reminder.</param>
public sealed record SurveyMessage(string SendId, SurveyInvitation Invitation, Contact? Contact, SuppressionLook Look, bool Reminder);

/// <summary>Sends an invitation or a reminder. Idempotent by send id; a failing service is an exception for the journey's retry policy.</summary>
public sealed class SurveySender(ProgramCatalog catalog, SendGate gate, MessageSender sender, LetterWriter letters, IOptions<CxOptions> cx)
{
    /// <summary>What an earlier attempt settled, or null where the message has still to go out (or may have, unknown to us).</summary>
    public Task<SendOutcome?> SettledAsync(string sendId, CancellationToken cancellationToken) => sender.SettledAsync(sendId, cancellationToken);

    /// <exception cref="Azure.RequestFailedException">The service or the storage is out of reach: the same call, repeated, is safe.</exception>
    public async Task<SendOutcome> SendAsync(SurveyMessage survey, CancellationToken cancellationToken)
    {
        var (invitation, program) = (survey.Invitation, catalog.Get(survey.Invitation.Program));
        var message = await WriteAsync(survey, program);
        return await gate.CheckAsync(survey.Contact, invitation.Channel, program, invitation.ExpiresAt, message.Units, cancellationToken, survey.Look)
            ?? await sender.SendAsync(message, cancellationToken);
    }

    private async Task<OutgoingMessage> WriteAsync(SurveyMessage survey, SurveyProgram program)
    {
        var (invitation, contact) = (survey.Invitation, survey.Contact);
        var touchpoint = program.FindTouchpoint(invitation.Touchpoint)
            ?? throw new KeyNotFoundException($"Touchpoint '{invitation.Touchpoint}' is not in program '{program.Id}' any more.");
        var (texts, brand, locale) = (touchpoint.Invitation, program.Brand, invitation.Locale);
        var link = cx.Value.Link("/s/" + invitation.Token);
        var message = new OutgoingMessage(
            survey.SendId,
            survey.Reminder ? SendKind.Reminder : SendKind.Survey,
            contact is null ? "" : ReachRules.AddressOf(contact, invitation.Channel) ?? "",
            JourneyId: invitation.JourneyId);
        if (invitation.Channel == Channel.Sms)
        {
            var template = (survey.Reminder ? texts.ReminderSms : texts.Sms).In(locale);
            return message with { Text = MessageText.Sms(template, brand.Name, contact?.Name, link) };
        }
        var subject = (survey.Reminder ? texts.ReminderSubject : texts.EmailSubject).In(locale);
        var model = new SurveyEmailModel(
            locale,
            brand,
            MessageText.Fill(subject, brand.Name, contact?.Name, link),
            MessageText.Fill(texts.EmailBody.In(locale), brand.Name, contact?.Name, link),
            program.QuestionnaireOf(touchpoint).Questions[0],
            touchpoint.Name.In(locale),
            link);
        return message with { Letter = await letters.SurveyAsync(model) };
    }
}
