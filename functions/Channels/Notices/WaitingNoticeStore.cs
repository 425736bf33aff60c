using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// Table <c>WaitingNotices</c>: a partition for each channel, rows in the order in which they are to be told. Managers' notices are few: alert rules
/// throttle them, and one partition takes 2,000 a second.
/// </summary>
public sealed class WaitingNoticeStore(TableServiceClient tables)
{
    // A column holds 32 Ki characters: words in other scripts must not be written as escapes, six characters for each.
    private static readonly JsonSerializerOptions Json = new(CxJson.Lenient) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TableClient _table = tables.GetTableClient(TableNames.WaitingNotices);

    public Task AddAsync(WaitingNotice waiting, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(PartitionOf(waiting.Channel), PlaceOf(waiting))
        {
            ["NoticeId"] = waiting.Notice.Id,
            ["Recipient"] = waiting.Recipient,
            ["Since"] = waiting.Since,
            ["Notice"] = JsonSerializer.Serialize(waiting.Notice, Json),
        },
        TableUpdateMode.Replace,
        cancellationToken);

    public async Task<bool> AnyAsync(Channel channel, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(Of(channel), maxPerPage: 1, select: ["RowKey"], cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Those who wait, the most urgent and among them the oldest first.</summary>
    public async IAsyncEnumerable<WaitingNotice> ReadAsync(Channel channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(Of(channel), cancellationToken: cancellationToken))
        {
            var notice = JsonSerializer.Deserialize<ManagerNotice>(row.GetString("Notice"), CxJson.Lenient)!;
            yield return new WaitingNotice(notice, row.GetString("Recipient"), channel, row.GetDateTimeOffset("Since")!.Value);
        }
    }

    public Task RemoveAsync(WaitingNotice waiting, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(PartitionOf(waiting.Channel), PlaceOf(waiting), cancellationToken: cancellationToken);

    private static string PartitionOf(Channel channel) => channel.ToString();

    private static string PlaceOf(WaitingNotice waiting) => NoticeRules.PlaceOf(waiting.Notice, waiting.Recipient, waiting.Channel, waiting.Since);

    private static string Of(Channel channel) => TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(channel)}");
}
