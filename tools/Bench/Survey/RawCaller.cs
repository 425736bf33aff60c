using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CxFunctions.Bench.Survey;

/// <summary>Makes one request after the other, each of a kind that is asked for, on messages and rows of its own making.</summary>
internal sealed class RawCaller(int number, QueueClient queue, QueueClient empty, TableClient table)
{
    private const int RowsInPartition = 10;

    /// <summary>What a request carries besides its contents: XML around a message, keys and types of a row.</summary>
    private const int Frame = 120;

    private static readonly string[] Verbs =
    [
        "PutMessage", "GetMessages", "GetMessages (none)", "UpdateMessage", "DeleteMessage", "PeekMessages", "GetQueueMetadata",
        "InsertEntity", "GetEntity", "QueryEntities", "MergeEntity", "UpdateEntity", "DeleteEntity", "Batch",
    ];

    private readonly Queue<(string Id, string Receipt)> _held = [];
    private readonly Queue<(string Partition, string Row)> _rows = [];
    private (string Partition, string Row) _last;
    private int _inserted;

    public Random Chance { get; } = new(number);

    public static bool Knows(string verb) => Verbs.Contains(verb);

    /// <summary>One request; where there is no message to change or row to delete yet, the one that makes it.</summary>
    public async Task RequestAsync(string verb, int bytes, CancellationToken cancellation)
    {
        switch (verb)
        {
            case "PutMessage":
                await queue.SendMessageAsync(Text(bytes), cancellation);
                break;
            case "GetMessages (none)":
                await empty.ReceiveMessagesAsync(16, cancellationToken: cancellation);
                break;
            case "PeekMessages":
                await queue.PeekMessagesAsync(1, cancellation);
                break;
            case "GetQueueMetadata":
                await queue.GetPropertiesAsync(cancellation);
                break;
            case "UpdateMessage" when _held.TryDequeue(out var held):
                UpdateReceipt renewed = await queue.UpdateMessageAsync(held.Id, held.Receipt, Text(bytes), TimeSpan.FromMinutes(5), cancellation);
                _held.Enqueue((held.Id, renewed.PopReceipt));
                break;
            case "DeleteMessage" when _held.TryDequeue(out var held):
                await queue.DeleteMessageAsync(held.Id, held.Receipt, cancellation);
                break;
            case "GetMessages" or "UpdateMessage" or "DeleteMessage":
                foreach (var message in (await queue.ReceiveMessagesAsync(4, TimeSpan.FromMinutes(5), cancellation)).Value)
                {
                    _held.Enqueue((message.MessageId, message.PopReceipt));
                }
                break;
            default:
                await OfTableAsync(verb, bytes, cancellation);
                break;
        }
    }

    private async Task OfTableAsync(string verb, int bytes, CancellationToken cancellation)
    {
        switch (verb)
        {
            case "DeleteEntity" when _rows.TryDequeue(out var row):
                await table.DeleteEntityAsync(row.Partition, row.Row, cancellationToken: cancellation);
                break;
            case "GetEntity":
                await table.GetEntityIfExistsAsync<TableEntity>(_last.Partition ?? "none", _last.Row ?? "none", cancellationToken: cancellation);
                break;
            case "QueryEntities":
                var partition = _last.Partition ?? "none";
                await foreach (var _ in table.QueryAsync<TableEntity>(r => r.PartitionKey == partition, cancellationToken: cancellation))
                {
                }
                break;
            case "MergeEntity" or "UpdateEntity" when _last.Row is not null:
                await table.UpdateEntityAsync(Row(_last, bytes), ETag.All, verb == "MergeEntity" ? TableUpdateMode.Merge : TableUpdateMode.Replace, cancellation);
                break;
            case "Batch":
                var (one, two) = (NextKey(), NextKey() with { Partition = _last.Partition });
                await table.SubmitTransactionAsync(
                    [new(TableTransactionActionType.UpsertMerge, Row(one, (bytes / 2) - 500)), new(TableTransactionActionType.UpsertMerge, Row(two with { Partition = one.Partition }, (bytes / 2) - 500))],
                    cancellation);
                break;
            default:
                var key = NextKey();
                await table.AddEntityAsync(Row(key, bytes), cancellation);
                _rows.Enqueue(key);
                break;
        }
    }

    private (string Partition, string Row) NextKey() => _last = ($"{number}-{_inserted++ / RowsInPartition}", $"{_inserted}");

    private static TableEntity Row((string Partition, string Row) key, int bytes) => new(key.Partition, key.Row) { ["Text"] = Text(bytes) };

    private static string Text(int bytes) => new('x', Math.Max(1, bytes - Frame));
}
