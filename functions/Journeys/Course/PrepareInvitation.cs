using CxFunctions.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys;

/// <summary>Writes what the link will stand for. The token of a journey and channel is made once.</summary>
internal sealed class PrepareInvitation(ProgramCatalog catalog, LiveState live, InvitationStore invitations)
{
    [Function(nameof(PrepareInvitation))]
    public async Task<PreparedInvitation> RunAsync([ActivityTrigger] InvitationOrder order, CancellationToken cancellationToken)
    {
        var facts = await live.OfAsync(order.JourneyId, cancellationToken);
        var (entry, contact) = (facts.Entry, facts.Contact ?? new Contact { Id = facts.Entry.ContactId });
        var program = catalog.Get(entry.Program);
        var token = await invitations.TokenOfAsync(order.JourneyId, order.Channel, cancellationToken);
        await invitations.SaveAsync(
            new SurveyInvitation
            {
                Token = token,
                JourneyId = entry.JourneyId,
                Program = entry.Program,
                Touchpoint = entry.Touchpoint,
                ContactId = entry.ContactId,
                Source = entry.Source,
                TransactionId = entry.TransactionId,
                OccurredAt = entry.OccurredAt,
                Channel = order.Channel,
                Locale = Locales.Choose(contact.Locale, program.DefaultLocale),
                Dimensions = entry.Dimensions,
                ExpiresAt = entry.ExpiresAt!.Value,
                ClosesAt = JourneyTiming.ClosesAt(program, entry.OccurredAt),
            },
            cancellationToken);
        return new PreparedInvitation(token, program.FindTouchpoint(entry.Touchpoint) is { } touchpoint
            ? JourneyTiming.RemindAt(program, touchpoint, program.ZoneOf(contact.TimeZone), entry.OccurredAt, order.At)
            : null);
    }
}
