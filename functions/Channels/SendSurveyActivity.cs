using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Foundation;
using CxFunctions.Journeys;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels;

/// <summary>Sends an invitation or a reminder. Idempotent by send id; a failing service is an exception for the journey's retry policy.</summary>
public sealed class SendSurveyActivity(
    InvitationStore invitations,
    ContactStore contacts,
    ProgramCatalog catalog,
    SendGate gate,
    Dispatcher dispatcher,
    LetterWriter letters,
    IOptions<CxOptions> cx)
{
    [Function(nameof(SendSurvey))]
    public async Task<SendOutcome> RunAsync([ActivityTrigger] SendSurvey request, CancellationToken cancellationToken)
    {
        if (await dispatcher.SettledAsync(request.SendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        var invitation = await invitations.FindAsync(request.Token, cancellationToken)
            ?? throw new InvalidOperationException("The survey to send has no invitation.");
        var program = catalog.Get(invitation.Program);
        var contact = await contacts.FindAsync(invitation.ContactId, cancellationToken);
        var message = await WriteAsync(request, invitation, program, contact);
        return await gate.CheckAsync(contact, invitation.Channel, program, invitation.ExpiresAt, message.Units, cancellationToken)
            ?? await dispatcher.SendAsync(message, cancellationToken);
    }

    private async Task<Dispatch> WriteAsync(SendSurvey request, SurveyInvitation invitation, SurveyProgram program, Contact? contact)
    {
        var touchpoint = program.FindTouchpoint(invitation.Touchpoint)
            ?? throw new KeyNotFoundException($"Touchpoint '{invitation.Touchpoint}' is not in program '{program.Id}' any more.");
        var (texts, brand, locale) = (touchpoint.Invitation, program.Brand, invitation.Locale);
        var link = cx.Value.Link("/s/" + invitation.Token);
        var message = new Dispatch(
            request.SendId,
            request.Reminder ? SendKind.Reminder : SendKind.Survey,
            contact is null ? "" : SendGateRules.AddressOf(contact, invitation.Channel) ?? "",
            JourneyId: invitation.JourneyId);
        if (invitation.Channel == Channel.Sms)
        {
            var template = (request.Reminder ? texts.ReminderSms : texts.Sms).In(locale);
            return message with { Text = MessageText.Sms(template, brand.Name, contact?.Name, link) };
        }
        var subject = (request.Reminder ? texts.ReminderSubject : texts.EmailSubject).In(locale);
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
