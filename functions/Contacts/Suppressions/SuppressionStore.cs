using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Contacts.Suppressions;

/// <summary>Table <c>Suppressions</c>: a row for each contact and each address that must not be written to, under its <see cref="AddressDigest"/>.</summary>
public sealed class SuppressionStore(TableServiceClient tables, AddressDigest digest)
{
    private const string Row = "stop";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Suppressions);

    /// <summary>Whether the contact or any of the addresses said stop: who did so by SMS does not want it by e-mail either. A point read for each.</summary>
    /// <param name="contactId">Of the CRM.</param>
    /// <param name="addresses">Phones and e-mail addresses as written; empty ones are skipped.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsSuppressedAsync(string contactId, IEnumerable<string?> addresses, CancellationToken cancellationToken) =>
        (await LookAsync(contactId, addresses, default, cancellationToken)).Suppressed;

    /// <summary>The same of a contact and all its addresses, and which of those do not exist.</summary>
    public Task<SuppressionLook> LookAsync(Contact contact, DateTimeOffset at, CancellationToken cancellationToken) =>
        LookAsync(contact.Id, [contact.Phone, contact.Email], at, cancellationToken);

    /// <summary>The same of whoever is known by less.</summary>
    /// <param name="contactId">Null where only addresses are known.</param>
    /// <param name="addresses">Phones and e-mail addresses as written; empty ones are skipped.</param>
    /// <param name="at">When the look begins.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SuppressionLook> LookAsync(string? contactId, IEnumerable<string?> addresses, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var written = Written(addresses);
        var contact = contactId is null ? Task.FromResult<Suppression?>(null) : FindAsync(ContactKey(contactId), cancellationToken);
        var found = await Task.WhenAll(written.Select(address => FindAsync(AddressKey(address), cancellationToken)));
        var unreachable = written.Where((_, i) => found[i] is { IsUnreachable: true }).ToList();
        return new(await contact is { IsStopped: true } || found.Any(f => f is { IsStopped: true }), at, unreachable.Count == 0 ? null : unreachable);
    }

    /// <summary>Stops everything to the contact and to each of the addresses. Doing it again changes nothing that matters.</summary>
    /// <param name="contactId">Null where only the address is known.</param>
    /// <param name="addresses">Phones and e-mail addresses as written; empty ones are skipped.</param>
    /// <param name="origin">One of <see cref="SuppressionOrigins"/>.</param>
    /// <param name="at">When it was said, UTC.</param>
    /// <param name="cancellationToken">Gives up; some rows may then be missing.</param>
    public Task AddAsync(string? contactId, IEnumerable<string?> addresses, string origin, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(contactId, addresses, known => known.Stopped(origin, at), cancellationToken);

    /// <summary>Takes back what was said before by any way; that an address does not exist stays as it is.</summary>
    public Task WithdrawAsync(string? contactId, IEnumerable<string?> addresses, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(contactId, addresses, known => known.Withdrawn(at), cancellationToken);

    /// <summary>The mailbox or number does not exist.</summary>
    public Task AddUnreachableAsync(string address, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(null, [address], known => known.Unreachable(at), cancellationToken);

    /// <summary>The address exists after all. What its owner said stays said.</summary>
    /// <returns>False where nothing was known against it.</returns>
    public async Task<bool> ReleaseAsync(string address, CancellationToken cancellationToken)
    {
        var was = false;
        await ChangeAsync(AddressKey(address), known => (was = known.IsUnreachable) ? known with { UnreachableSince = null } : known, cancellationToken);
        return was;
    }

    private async Task ChangeAsync(string? contactId, IEnumerable<string?> addresses, Func<Suppression, Suppression> change, CancellationToken cancellationToken)
    {
        var keys = Written(addresses).Select(AddressKey);
        foreach (var key in contactId is null ? keys : keys.Prepend(ContactKey(contactId)))
        {
            await ChangeAsync(key, change, cancellationToken);
        }
    }

    /// <summary>Under the ETag that was read: a stop must not be lost to whoever writes at the same time.</summary>
    private Task ChangeAsync(string key, Func<Suppression, Suppression> change, CancellationToken cancellationToken) => ContendedWrite.RunAsync(
        async () =>
        {
            var row = await ReadAsync(key, cancellationToken);
            var known = row is null ? new Suppression() : Suppression.Of(row);
            var changed = change(known);
            if (changed == known)
            {
                return;
            }
            var next = row ?? new TableEntity(key, Row);
            changed.Write(next);
            _ = row is null
                ? await _table.AddEntityAsync(next, cancellationToken)
                : await _table.UpdateEntityAsync(next, row.ETag, TableUpdateMode.Replace, cancellationToken);
        },
        cancellationToken);

    private async Task<Suppression?> FindAsync(string key, CancellationToken cancellationToken) =>
        await ReadAsync(key, cancellationToken) is { } row ? Suppression.Of(row) : null;

    private async Task<TableEntity?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(key, Row, cancellationToken: cancellationToken) is { HasValue: true, Value: { } row } ? row : null;

    private static List<string> Written(IEnumerable<string?> addresses) => [.. addresses.OfType<string>().Where(a => !string.IsNullOrWhiteSpace(a))];

    private string ContactKey(string contactId) => "contact:" + digest.OfContact(contactId);

    private string AddressKey(string address) => "address:" + digest.OfAddress(address);
}
