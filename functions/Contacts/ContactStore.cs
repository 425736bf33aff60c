using Azure.Data.Tables;
using CxFunctions.Contacts.Claims;
using CxFunctions.Foundation;

namespace CxFunctions.Contacts;

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
    internal Task<(Contact Contact, InvitationClaim? Claim)> LearnAsync(ContactProfile said, CancellationToken cancellationToken) => ContendedWrite.RunAsync(
        async () =>
        {
            var row = await ReadAsync(said.Id, cancellationToken);
            var known = row is null ? null : ContactRow.ProfileOf(row);
            var profile = known?.With(said) ?? said;
            row ??= ContactRow.New(said.Id);
            ContactRow.Write(row, profile);
            if (profile != known)
            {
                await WriteAsync(row, isNew: known is null, cancellationToken);
            }
            return (profile.ToContact(), ContactRow.ClaimOf(row));
        },
        cancellationToken);

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
        var last = seen;
        var (isHeld, known, addresses) = await ContendedWrite.RunAsync(
            async () =>
            {
                if ((last ?? await LookAsync(seen.Contact.Id, cancellationToken)) is not { } now)
                {
                    return (false, [], []); // Erased since.
                }
                last = null;
                return await ClaimContactAsync(now, claim, quarantine, cancellationToken);
            },
            cancellationToken);
        return isHeld && await _addresses.ClaimAsync(addresses, known, claim, quarantine, cancellationToken);
    }

    /// <returns>Whether the journey holds the contact; the addresses claimed with it before, and now.</returns>
    private async Task<(bool IsHeld, IReadOnlyList<string> Known, IReadOnlyList<string> Addresses)> ClaimContactAsync(
        ContactSighting now, InvitationClaim claim, TimeSpan quarantine, CancellationToken cancellationToken)
    {
        if (QuarantineRules.KeepsAway(now.Claim, claim.JourneyId, quarantine, claim.At))
        {
            return (false, [], []);
        }
        var known = ContactRow.AddressesOf(now.Row);
        if (now.Claim?.JourneyId == claim.JourneyId)
        {
            // Its addresses too are claimed again: that try may not have lived to do so.
            return (true, known, known);
        }
        ContactRow.Write(now.Row, claim, AddressClaims.KeysOf(now.Contact));
        await WriteAsync(now.Row, isNew: false, cancellationToken);
        return (true, known, ContactRow.AddressesOf(now.Row));
    }

    /// <summary>Gives the claim back: nobody was reached by this journey. Nothing happens where another holds it.</summary>
    internal Task ReleaseAsync(string contactId, string journeyId, CancellationToken cancellationToken) => ContendedWrite.RunAsync(
        async () =>
        {
            if (await ReadAsync(contactId, cancellationToken) is { } row && ContactRow.ClaimOf(row)?.JourneyId == journeyId)
            {
                // Before the row that names them: whoever dies in between finds the contact's claim and comes again.
                await _addresses.ReleaseAsync(ContactRow.AddressesOf(row), journeyId, cancellationToken);
                ContactRow.Write(row, claim: null);
                await WriteAsync(row, isNew: false, cancellationToken);
            }
        },
        cancellationToken);

    private async Task<TableEntity?> ReadAsync(string contactId, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(ContactRow.PartitionOf(contactId), ContactRow.RowKey, cancellationToken: cancellationToken)
            is { HasValue: true, Value: { } row } ? row : null;

    private Task WriteAsync(TableEntity row, bool isNew, CancellationToken cancellationToken) => isNew
        ? _table.AddEntityAsync(row, cancellationToken)
        : _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
}
