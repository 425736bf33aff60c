using CxFunctions.Contacts;
using CxFunctions.Contacts.Phones;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Messages;

namespace CxFunctions.Privacy;

/// <summary>
/// Ends all surveys for whoever holds the link or the phone: stored first, then the journeys are told. Takes it back for who asks to. Safe to
/// repeat, in any order.
/// </summary>
public sealed class OptOutHandler(SuppressionStore suppressions, ContactStore contacts, PhoneOwners phones, QueueSender queues, TimeProvider time)
{
    /// <exception cref="Azure.RequestFailedException">Storage refused: nothing may be promised.</exception>
    public async Task StopAsync(SurveyInvitation invitation, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var contact = await contacts.FindAsync(invitation.ContactId, cancellationToken);
        await suppressions.AddAsync(invitation.ContactId, [contact?.Phone, contact?.Email], SuppressionOrigins.Page, now, cancellationToken);
        await TellAsync(invitation.JourneyId, now, cancellationToken);
    }

    /// <summary>The address that spoke is stopped before anybody is looked for whom it belongs to.</summary>
    public async Task StopAsync(OptOutReceived said, CancellationToken cancellationToken)
    {
        await suppressions.AddAsync(null, [said.Address], said.Origin, said.At, cancellationToken);
        var owner = await phones.FindAsync(said.Address, said.At, cancellationToken);
        foreach (var contact in owner.Contacts)
        {
            await suppressions.AddAsync(contact.Id, [contact.Email], said.Origin, said.At, cancellationToken);
        }
        foreach (var journey in owner.Journeys)
        {
            await TellAsync(journey, said.At, cancellationToken);
        }
    }

    /// <summary>Whoever the phone belongs to may be written to again, by e-mail too.</summary>
    public async Task StartAsync(string phone, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var owner = await phones.FindAsync(phone, at, cancellationToken);
        foreach (var contact in owner.Contacts)
        {
            await suppressions.WithdrawAsync(contact.Id, [contact.Email], at, cancellationToken);
        }
        await suppressions.WithdrawAsync(null, [phone], at, cancellationToken);
    }

    private Task TellAsync(string journeyId, DateTimeOffset at, CancellationToken cancellationToken) => queues.SendAsync(
        QueueNames.JourneySignals,
        new JourneySignal(JourneySignal.CurrentVersion, journeyId, JourneySignalKind.OptedOut, at),
        cancellationToken: cancellationToken);
}
