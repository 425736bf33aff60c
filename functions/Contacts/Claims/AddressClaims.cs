using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Contacts.Spelling;
using CxFunctions.Foundation;

namespace CxFunctions.Contacts.Claims;

/// <summary>
/// Claims of invitations by address, beside those by contact: one telephone or one mailbox under two ids is one person. Rows of table <c>Contacts</c>,
/// by digest; like the contact's own claim they keep others away for the quarantine and stay behind when it is over.
/// </summary>
internal sealed class AddressClaims(TableClient table)
{
    private const string Prefix = "address:";
    private const string RowKey = "claim";

    /// <summary>Of the addresses that a message can go to. In one order for all, so that two who want the same ones meet at the first.</summary>
    public static IReadOnlyList<string> KeysOf(Contact contact) =>
        [.. Enum.GetValues<Channel>().Select(channel => ReachRules.AddressOf(contact, channel)).OfType<string>()
            .Select(address => Prefix + StableId.Of(NormalAddress.Of(address))).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="keys">See <see cref="KeysOf"/>.</param>
    /// <param name="known">Those that were claimed with the contact before.</param>
    /// <param name="claim">Who asks for them, and when.</param>
    /// <param name="quarantine">How long an invitation keeps others away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the journey holds all of them; where not, those that it holds are to be released.</returns>
    public async Task<bool> ClaimAsync(
        IReadOnlyList<string> keys, IReadOnlyCollection<string> known, InvitationClaim claim, TimeSpan quarantine, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            if (!await ClaimAsync(key, known.Contains(key), claim, quarantine, cancellationToken))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Nothing happens to what others hold.</summary>
    public async Task ReleaseAsync(IReadOnlyList<string> keys, string journeyId, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            if (await ReadAsync(key, cancellationToken) is { } row && ContactRow.ClaimOf(row)?.JourneyId == journeyId)
            {
                await DeleteAsync(row, cancellationToken);
            }
        }
    }

    private Task<bool> ClaimAsync(string key, bool isKnown, InvitationClaim claim, TimeSpan quarantine, CancellationToken cancellationToken) => ContendedWrite.RunAsync(
        async () =>
        {
            // Whom nobody knows yet has no row: there the insert is tried before a look, elsewhere it would be in vain.
            var found = isKnown ? await ReadAsync(key, cancellationToken) : null;
            var row = found ?? new TableEntity(key, RowKey);
            isKnown = true;
            var there = ContactRow.ClaimOf(row);
            if (there?.JourneyId == claim.JourneyId)
            {
                return true;
            }
            if (QuarantineRules.KeepsAway(there, claim.JourneyId, quarantine, claim.At))
            {
                return false;
            }
            ContactRow.Write(row, claim);
            _ = found is null
                ? await table.AddEntityAsync(row, cancellationToken)
                : await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        },
        cancellationToken);

    private async Task<TableEntity?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await table.GetEntityIfExistsAsync<TableEntity>(key, RowKey, cancellationToken: cancellationToken) is { HasValue: true, Value: { } row } ? row : null;

    private async Task DeleteAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Somebody else's since: its quarantine was over.
        }
    }
}
