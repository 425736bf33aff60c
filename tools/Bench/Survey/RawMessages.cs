using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CxFunctions.Bench.Survey;

/// <summary>Bare requests to queues.</summary>
/// <param name="queue">Where messages come and go.</param>
/// <param name="empty">Where none ever is.</param>
internal sealed class RawMessages(QueueClient queue, QueueClient empty)
{
    public static readonly IReadOnlyList<string> Verbs =
        ["PutMessage", "GetMessages", "GetMessages (none)", "UpdateMessage", "DeleteMessage", "PeekMessages", "GetQueueMetadata"];

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly Queue<(string Id, string Receipt)> _held = [];

    /// <summary>One request; where no message is held that could be changed, the one that receives some.</summary>
    public Task RequestAsync(string verb, string text, CancellationToken cancellation) => verb switch
    {
        "PutMessage" => queue.SendMessageAsync(text, cancellation),
        "GetMessages (none)" => empty.ReceiveMessagesAsync(16, cancellationToken: cancellation),
        "PeekMessages" => queue.PeekMessagesAsync(1, cancellation),
        "GetQueueMetadata" => queue.GetPropertiesAsync(cancellation),
        "UpdateMessage" when _held.TryDequeue(out var held) => UpdateAsync(held, text, cancellation),
        "DeleteMessage" when _held.TryDequeue(out var held) => queue.DeleteMessageAsync(held.Id, held.Receipt, cancellation),
        _ => ReceiveAsync(cancellation),
    };

    private async Task UpdateAsync((string Id, string Receipt) held, string text, CancellationToken cancellation)
    {
        UpdateReceipt renewed = await queue.UpdateMessageAsync(held.Id, held.Receipt, text, Lease, cancellation);
        _held.Enqueue((held.Id, renewed.PopReceipt));
    }

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        QueueMessage[] received = await queue.ReceiveMessagesAsync(4, Lease, cancellation);
        foreach (var message in received)
        {
            _held.Enqueue((message.MessageId, message.PopReceipt));
        }
    }
}
