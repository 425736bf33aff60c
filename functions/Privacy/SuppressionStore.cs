using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Journeys;

namespace CxFunctions.Privacy;

/// <summary>Table <c>Suppressions</c>: a row for each contact and each address (hashed) that must not be written to.</summary>
public sealed class SuppressionStore(TableServiceClient tables)
{
    private const string Row = "stop";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Suppressions);

    /// <summary>Whether the contact or the address said stop. Two point reads.</summary>
    public async Task<bool> IsSuppressedAsync(string contactId, string? address, CancellationToken cancellationToken)
    {
        var ofContact = HasAsync(ContactKey(contactId), cancellationToken);
        var ofAddress = string.IsNullOrWhiteSpace(address) ? Task.FromResult(false) : HasAsync(AddressKey(address), cancellationToken);
        return await ofContact | await ofAddress;
    }

    /// <summary>Whether the contact said stop by any way: who did so by SMS does not want it by e-mail either. Three point reads.</summary>
    public async Task<bool> IsSuppressedAsync(Contact contact, CancellationToken cancellationToken)
    {
        var phone = IsSuppressedAsync(contact.Id, contact.Phone, cancellationToken);
        var email = string.IsNullOrWhiteSpace(contact.Email) ? Task.FromResult(false) : HasAsync(AddressKey(contact.Email), cancellationToken);
        return await phone | await email;
    }

    /// <summary>Stops everything to the contact and to each of the addresses. Doing it again changes nothing that matters.</summary>
    /// <param name="contactId">Null where only the address is known.</param>
    /// <param name="addresses">Phones and e-mail addresses as written; empty ones are skipped.</param>
    /// <param name="origin">How it was said, for instance page or sms.</param>
    /// <param name="at">UTC.</param>
    /// <param name="cancellationToken">Gives up; some rows may then be missing.</param>
    public async Task AddAsync(string? contactId, IEnumerable<string?> addresses, string origin, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var keys = addresses.OfType<string>().Where(a => !string.IsNullOrWhiteSpace(a)).Select(AddressKey);
        foreach (var key in contactId is null ? keys : keys.Prepend(ContactKey(contactId)))
        {
            await _table.UpsertEntityAsync(new TableEntity(key, Row) { ["Origin"] = origin, ["At"] = at }, TableUpdateMode.Replace, cancellationToken);
        }
    }

    private async Task<bool> HasAsync(string key, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(key, Row, [nameof(TableEntity.RowKey)], cancellationToken)).HasValue;

    private static string ContactKey(string contactId) => "contact:" + StableId.Of(contactId);

    private static string AddressKey(string address) => "address:" + StableId.Of(NormalAddress.Of(address));
}
