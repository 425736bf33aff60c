using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Channels.Sends;

/// <summary>
/// Table <c>Sends</c>. A message lies in the partition named by the UUID of its send id. That travels as the tag of an SMS and is the operation id
/// of an e-mail, so a delivery report brings the key itself, and nothing is ever searched.
/// </summary>
public sealed class SendStore(TableServiceClient tables, TimeProvider time)
{
    private const string Row = "send";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Sends);

    /// <summary>The key of a send: what travels as the tag of an SMS, and what an e-mail is known by to the service.</summary>
    public static string KeyOf(string sendId) => StableId.GuidOf(sendId).ToString();

    public Task<SendRow?> FindAsync(string sendId, CancellationToken cancellationToken) => FindByKeyAsync(KeyOf(sendId), cancellationToken);

    /// <param name="key">See <see cref="KeyOf"/>; anything else finds nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SendRow?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(TableKey.Escape(key), Row, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>The row of the send, made now or by an earlier attempt.</summary>
    public async Task<SendRow> IntendAsync(string sendId, SendKind kind, Channel channel, string? journeyId, CancellationToken cancellationToken)
    {
        var row = new SendRow { SendId = sendId, Kind = kind, Channel = channel, JourneyId = journeyId, State = SendState.Intended, IntendedAt = time.GetUtcNow() };
        try
        {
            var response = await _table.AddEntityAsync(Write(row), cancellationToken);
            return row with { ETag = response.Headers.ETag ?? ETag.All };
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return await FindAsync(sendId, cancellationToken) ?? throw new InvalidOperationException("A send vanished while it was written.");
        }
    }

    /// <summary>
    /// Moves the send on where <see cref="SendTransitions"/> allow it. Somebody else's change in between (a delivery report
    /// that overtakes the sender) is read and the move judged anew.
    /// </summary>
    public async Task AdvanceAsync(SendRow row, SendState to, string? messageId, string? detail, CancellationToken cancellationToken)
    {
        SendRow? last = row;
        await ContendedWrite.RunAsync(
            async () =>
            {
                var now = last ?? await FindAsync(row.SendId, cancellationToken) ?? throw new InvalidOperationException("A send vanished while it was written.");
                last = null;
                if (SendTransitions.Allow(now.State, to))
                {
                    var next = now with { State = to, MessageId = messageId ?? now.MessageId, Detail = detail ?? now.Detail, ChangedAt = time.GetUtcNow() };
                    await _table.UpdateEntityAsync(Write(next), now.ETag, TableUpdateMode.Replace, cancellationToken);
                }
            },
            cancellationToken);
    }

    private static TableEntity Write(SendRow row) => new(KeyOf(row.SendId), Row)
    {
        ["SendId"] = row.SendId,
        ["Kind"] = row.Kind.ToString(),
        ["Channel"] = row.Channel.ToString(),
        ["State"] = row.State.ToString(),
        ["IntendedAt"] = row.IntendedAt,
        ["JourneyId"] = row.JourneyId!,
        ["MessageId"] = row.MessageId!,
        ["ChangedAt"] = row.ChangedAt!,
        ["Detail"] = row.Detail!,
    };

    private static SendRow Read(TableEntity e) => new()
    {
        SendId = e.GetString("SendId")!,
        Kind = Enum.Parse<SendKind>(e.GetString("Kind")!),
        Channel = Enum.Parse<Channel>(e.GetString("Channel")!),
        State = Enum.Parse<SendState>(e.GetString("State")!),
        IntendedAt = e.GetDateTimeOffset("IntendedAt")!.Value,
        JourneyId = e.GetString("JourneyId"),
        MessageId = e.GetString("MessageId"),
        ChangedAt = e.GetDateTimeOffset("ChangedAt"),
        Detail = e.GetString("Detail"),
        ETag = e.ETag,
    };
}
