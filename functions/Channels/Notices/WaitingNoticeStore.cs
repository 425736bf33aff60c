using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// Table <c>WaitingNotices</c>: for each channel a partition of those that wait for the service, in the order in which they are to be told, and one of
/// those that are put by until a time. Managers' notices are few: one partition takes 2,000 a second.
/// </summary>
public sealed class WaitingNoticeStore(TableServiceClient tables)
{
    // A column holds 32 Ki characters: words in other scripts must not be written as escapes, six characters for each.
    private static readonly JsonSerializerOptions Json = new(CxJson.Lenient) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TableClient _table = tables.GetTableClient(TableNames.WaitingNotices);

    public Task AddAsync(WaitingNotice waiting, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(RowOf(PartitionOf(waiting.Channel), PlaceOf(waiting), waiting), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Puts by what is not to be told before <see cref="WaitingNotice.Due"/>; it stands in nobody's way.</summary>
    public Task AddLaterAsync(WaitingNotice waiting, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(RowOf(LaterOf(waiting.Channel), LaterPlaceOf(waiting), waiting), TableUpdateMode.Replace, cancellationToken);

    public async Task<bool> AnyAsync(Channel channel, CancellationToken cancellationToken) =>
        await _table.QueryAsync<TableEntity>(Of(PartitionOf(channel)), maxPerPage: 1, select: ["RowKey"], cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Those who wait, the most urgent and among them the oldest first.</summary>
    public IAsyncEnumerable<WaitingNotice> ReadAsync(Channel channel, CancellationToken cancellationToken) => ReadAsync(Of(PartitionOf(channel)), channel, cancellationToken);

    /// <summary>Those that were put by, the first that is due leading.</summary>
    /// <param name="channel">The way they go.</param>
    /// <param name="until">Due by then, UTC; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IAsyncEnumerable<WaitingNotice> ReadLaterAsync(Channel channel, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var end = (until?.UtcTicks + 1 ?? long.MaxValue).ToString("D19", CultureInfo.InvariantCulture);
        return ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {LaterOf(channel)} and RowKey lt {end}"), channel, cancellationToken);
    }

    /// <summary>Notes which common message stands for it.</summary>
    /// <returns>False where it does not wait any more.</returns>
    public async Task<bool> ClaimAsync(WaitingNotice waiting, string claim, CancellationToken cancellationToken)
    {
        try
        {
            var row = new TableEntity(PartitionOf(waiting.Channel), PlaceOf(waiting)) { ["Claim"] = claim };
            await _table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    public Task RemoveAsync(WaitingNotice waiting, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(PartitionOf(waiting.Channel), PlaceOf(waiting), cancellationToken: cancellationToken);

    public Task RemoveLaterAsync(WaitingNotice waiting, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(LaterOf(waiting.Channel), LaterPlaceOf(waiting), cancellationToken: cancellationToken);

    private async IAsyncEnumerable<WaitingNotice> ReadAsync(string filter, Channel channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var notice = JsonSerializer.Deserialize<ManagerNotice>(row.GetString("Notice"), CxJson.Lenient)!;
            yield return new WaitingNotice(notice, row.GetString("Recipient"), channel, row.GetDateTimeOffset("Since")!.Value)
            {
                Due = row.GetDateTimeOffset("Due"),
                Claim = row.GetString("Claim"),
            };
        }
    }

    private static TableEntity RowOf(string partition, string place, WaitingNotice waiting) => new(partition, place)
    {
        ["NoticeId"] = waiting.Notice.Id,
        ["Recipient"] = waiting.Recipient,
        ["Since"] = waiting.Since,
        ["Due"] = waiting.Due!,
        ["Claim"] = waiting.Claim!,
        ["Notice"] = JsonSerializer.Serialize(waiting.Notice, Json),
    };

    private static string PartitionOf(Channel channel) => channel.ToString();

    private static string LaterOf(Channel channel) => TableKey.Of(channel.ToString(), "later");

    private static string PlaceOf(WaitingNotice waiting) => NoticeRules.PlaceOf(waiting.Notice, waiting.Recipient, waiting.Channel, waiting.Since);

    private static string LaterPlaceOf(WaitingNotice waiting) => NoticeRules.LaterPlaceOf(waiting.Notice, waiting.Recipient, waiting.Channel, waiting.Expected);

    private static string Of(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
}
