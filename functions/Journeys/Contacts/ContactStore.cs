using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys;

/// <summary>Table <c>Contacts</c>: one row a person. Every write names the ETag it read; who comes second looks again.</summary>
public sealed class ContactStore(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Contacts);
    private readonly AddressClaims _addresses = new(tables.GetTableClient(TableNames.Contacts));

    public async Task<Contact?> FindAsync(string contactId, CancellationToken cancellationToken) =>
        (await LookAsync(contactId, cancellationToken))?.Contact;

    /// <summary>The contact together with what a claim of it needs.</summary>
    internal async Task<ContactSighting?> LookAsync(string contactId, CancellationToken cancellationToken) =>
        await ReadAsync(contactId, cancellationToken) is { } row ? new(ContactRow.ProfileOf(row).ToContact(), ContactRow.ClaimOf(row), row) : null;

    /// <summary>Adds what was said to what is known; doing it twice, or in another order, comes out the same.</summary>
    internal async Task<(Contact Contact, InvitationClaim? Claim)> LearnAsync(ContactProfile said, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ReadAsync(said.Id, cancellationToken);
            var known = row is null ? null : ContactRow.ProfileOf(row);
            var profile = known?.With(said) ?? said;
            row ??= ContactRow.New(said.Id);
            ContactRow.Write(row, profile);
            if (profile == known || await TryWriteAsync(row, known is null, cancellationToken))
            {
                return (profile.ToContact(), ContactRow.ClaimOf(row));
            }
        }
    }

    /// <summary>
    /// Claims the contact and its addresses for one journey. Two journeys may try at once: one of them writes first and the other finds its claim.
    /// Where it gets the contact and not all of the addresses it still holds what it got: <see cref="ReleaseAsync"/> gives it back.
    /// </summary>
    /// <param name="seen">As read a moment ago; read again where somebody wrote since.</param>
    /// <param name="claim">Who asks for it, and when.</param>
    /// <param name="quarantine">How long an invitation keeps others away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the journey holds the claim, now or from an earlier try.</returns>
    internal async Task<bool> ClaimAsync(ContactSighting seen, InvitationClaim claim, TimeSpan quarantine, CancellationToken cancellationToken)
    {
        for (var now = seen; now is not null; now = await LookAsync(seen.Contact.Id, cancellationToken))
        {
            if (QuarantineRules.KeepsAway(now.Claim, claim.JourneyId, quarantine, claim.At))
            {
                return false;
            }
            var known = ContactRow.AddressesOf(now.Row);
            var isOwn = now.Claim?.JourneyId == claim.JourneyId;
            if (!isOwn)
            {
                ContactRow.Write(now.Row, claim, AddressClaims.KeysOf(now.Contact));
            }
            if (isOwn || await TryWriteAsync(now.Row, isNew: false, cancellationToken))
            {
                // Also where the contact was claimed before: that try may not have lived to claim the addresses.
                return await _addresses.ClaimAsync(ContactRow.AddressesOf(now.Row), known, claim, quarantine, cancellationToken);
            }
        }
        return false;
    }

    /// <summary>Gives the claim back: nobody was reached by this journey. Nothing happens where another holds it.</summary>
    internal async Task ReleaseAsync(string contactId, string journeyId, CancellationToken cancellationToken)
    {
        while (await ReadAsync(contactId, cancellationToken) is { } row && ContactRow.ClaimOf(row)?.JourneyId == journeyId)
        {
            // Before the row that names them: whoever dies in between finds the contact's claim and comes again.
            await _addresses.ReleaseAsync(ContactRow.AddressesOf(row), journeyId, cancellationToken);
            ContactRow.Write(row, claim: null);
            if (await TryWriteAsync(row, isNew: false, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<TableEntity?> ReadAsync(string contactId, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(ContactRow.PartitionOf(contactId), ContactRow.RowKey, cancellationToken: cancellationToken)
            is { HasValue: true, Value: { } row } ? row : null;

    private async Task<bool> TryWriteAsync(TableEntity row, bool isNew, CancellationToken cancellationToken)
    {
        try
        {
            _ = isNew
                ? await _table.AddEntityAsync(row, cancellationToken)
                : await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && !isNew))
        {
            return false;
        }
    }
}
