using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Privacy;

/// <summary>Table <c>Suppressions</c>: a row for each contact and each address (hashed) that must not be written to.</summary>
public sealed class SuppressionStore(TableServiceClient tables)
{
    private const string Row = "stop";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Suppressions);

    /// <summary>Whether the contact or any of the addresses said stop: who did so by SMS does not want it by e-mail either. A point read for each.</summary>
    /// <param name="contactId">Of the CRM.</param>
    /// <param name="addresses">Phones and e-mail addresses as written; empty ones are skipped.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsSuppressedAsync(string contactId, IEnumerable<string?> addresses, CancellationToken cancellationToken)
    {
        var said = await Task.WhenAll(KeysOf(addresses).Prepend(ContactKey(contactId)).Select(key => HasAsync(key, cancellationToken)));
        return said.Contains(true);
    }

    /// <summary>Stops everything to the contact and to each of the addresses. Doing it again changes nothing that matters.</summary>
    /// <param name="contactId">Null where only the address is known.</param>
    /// <param name="addresses">Phones and e-mail addresses as written; empty ones are skipped.</param>
    /// <param name="origin">How it was said, for instance page or sms.</param>
    /// <param name="at">UTC.</param>
    /// <param name="cancellationToken">Gives up; some rows may then be missing.</param>
    public async Task AddAsync(string? contactId, IEnumerable<string?> addresses, string origin, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var keys = KeysOf(addresses);
        foreach (var key in contactId is null ? keys : keys.Prepend(ContactKey(contactId)))
        {
            await _table.UpsertEntityAsync(new TableEntity(key, Row) { ["Origin"] = origin, ["At"] = at }, TableUpdateMode.Replace, cancellationToken);
        }
    }

    private async Task<bool> HasAsync(string key, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(key, Row, [nameof(TableEntity.RowKey)], cancellationToken)).HasValue;

    private static IEnumerable<string> KeysOf(IEnumerable<string?> addresses) => addresses.OfType<string>().Where(a => !string.IsNullOrWhiteSpace(a)).Select(AddressKey);

    private static string ContactKey(string contactId) => "contact:" + StableId.Of(contactId);

    private static string AddressKey(string address) => "address:" + StableId.Of(NormalAddress.Of(address));
}
