using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CxFunctions.LocalHost.Queues;

/// <summary>Moves messages to <c>&lt;queue&gt;-poison</c> and keeps why, which the official host leaves to its logs.</summary>
internal sealed class PoisonStore(TableServiceClient tables, QueueServiceClient queues, TimeProvider clock)
{
    public const string Table = "HostPoison";
    public const string Suffix = "-poison";
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public async Task MoveAsync(QueueClient queue, MessageLease lease, QueueMessage message, string function, Exception failure)
    {
        var poison = queues.GetQueueClient(queue.Name + Suffix);
        await poison.CreateIfNotExistsAsync();
        SendReceipt sent = await poison.SendMessageAsync(message.MessageText, visibilityTimeout: null, timeToLive: Forever);
        await tables.CreateTableIfNotExistsAsync(Table);
        await tables.GetTableClient(Table).UpsertEntityAsync(new TableEntity(queue.Name, sent.MessageId)
        {
            ["Function"] = function,
            ["Reason"] = ReasonOf(failure),
            ["Tries"] = message.DequeueCount,
            ["At"] = clock.GetUtcNow(),
        });
        await queue.DeleteMessageAsync(lease.MessageId, lease.PopReceipt);
    }

    /// <summary>Reasons of a queue's poison messages, by message id.</summary>
    public async Task<IReadOnlyDictionary<string, PoisonReason>> ReasonsAsync(string queue, CancellationToken cancellation)
    {
        var reasons = new Dictionary<string, PoisonReason>();
        try
        {
            await foreach (var row in tables.GetTableClient(Table).QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {queue}"), cancellationToken: cancellation))
            {
                reasons[row.RowKey] = new(row.GetString("Function") ?? "", row.GetString("Reason") ?? "", row.GetInt64("Tries") ?? 0, row.GetDateTimeOffset("At") ?? default);
            }
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            // Nothing has ever been given up.
        }
        return reasons;
    }

    private static string ReasonOf(Exception failure)
    {
        var reason = failure is MessageUnreadableException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";
        return reason.Length <= 2_000 ? reason : reason[..2_000];
    }
}

/// <summary>Why a message was given up.</summary>
/// <param name="Function">Which function could not process it.</param>
/// <param name="Reason">The last failure.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="At">When it was given up, in product time.</param>
internal sealed record PoisonReason(string Function, string Reason, long Tries, DateTimeOffset At);
