using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Contacts.Phones;

/// <summary>
/// Table <c>Phones</c>: what an SMS that somebody writes to us is about. A row for each invitation by SMS, in the partition of its phone's
/// digest, newest transaction first: written blindly, because it is written often and read only where somebody replies.
/// </summary>
public sealed class PhoneStore(TableServiceClient tables, AddressDigest digest)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Phones);

    /// <summary>Before the message leaves. Doing it again writes the same row.</summary>
    public Task AddAsync(string phone, PhoneInvitation invitation, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(digest.OfAddress(phone), TableKey.Of(TableKey.NewestFirst(invitation.OccurredAt), invitation.JourneyId))
        {
            ["JourneyId"] = invitation.JourneyId,
            ["ContactId"] = invitation.ContactId,
            ["Program"] = invitation.Program,
            ["Locale"] = invitation.Locale,
            ["OccurredAt"] = invitation.OccurredAt,
        },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>The newest invitations that went to the phone, newest first.</summary>
    public async Task<IReadOnlyList<PhoneInvitation>> NewestAsync(string phone, int count, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {digest.OfAddress(phone)}");
        var rows = _table.QueryAsync<TableEntity>(filter, maxPerPage: count, cancellationToken: cancellationToken).Take(count);
        return await rows.Select(row => new PhoneInvitation(
            row.GetString("JourneyId"), row.GetString("ContactId"), row.GetString("Program"), row.GetString("Locale"), row.GetDateTimeOffset("OccurredAt")!.Value))
            .ToListAsync(cancellationToken);
    }
}
