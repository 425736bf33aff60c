using CxFunctions.Foundation;
using CxFunctions.Journeys;

namespace CxFunctions.Privacy;

/// <summary>Ends all surveys for whoever holds the link: stored first, then the journey is told.</summary>
public sealed class OptOutHandler(SuppressionStore suppressions, ContactStore contacts, QueueSender queues, TimeProvider time)
{
    /// <exception cref="Azure.RequestFailedException">Storage refused: nothing may be promised.</exception>
    public async Task StopAsync(SurveyInvitation invitation, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var contact = await contacts.FindAsync(invitation.ContactId, cancellationToken);
        await suppressions.AddAsync(invitation.ContactId, [contact?.Phone, contact?.Email], "page", now, cancellationToken);
        await queues.SendAsync(
            QueueNames.JourneySignals,
            new JourneySignal(JourneySignal.CurrentVersion, invitation.JourneyId, JourneySignalKind.OptedOut, now),
            cancellationToken: cancellationToken);
    }
}
