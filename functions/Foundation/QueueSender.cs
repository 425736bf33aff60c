using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage.Queues;

namespace CxFunctions.Foundation;

/// <summary>
/// Puts messages on queues: JSON, base64 (what the queue trigger reads), kept until they are handled (no time to live).
/// Storage errors go up to the caller, who must not claim that anything was accepted.
/// </summary>
public class QueueSender(QueueServiceClient queues)
{
    /// <summary>The largest JSON, in UTF-8 bytes, that fits the 64 KiB of a message once it is base64.</summary>
    public const int MaxBytes = 48 * 1024;

    internal static QueueClientOptions Requests { get; } = new() { MessageEncoding = QueueMessageEncoding.Base64, Retry = { NetworkTimeout = FoundationSetup.LongestSilence } };

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private readonly ConcurrentDictionary<string, QueueClient> _clients = new();

    /// <param name="queue">One of <see cref="QueueNames"/>.</param>
    /// <param name="message">A record with a <c>Version</c>.</param>
    /// <param name="delay">How long nobody sees it: 0 to 7 days.</param>
    /// <param name="cancellationToken">Gives up; whether the message was put is then unknown.</param>
    public virtual async Task SendAsync<T>(string queue, T message, TimeSpan? delay = null, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, CxJson.Lenient);
        await Client(queue).SendMessageAsync(new BinaryData(body), delay, Forever, cancellationToken);
    }

    private QueueClient Client(string queue) => _clients.GetOrAdd(queue, static (name, all) => all.GetQueueClient(name), queues);
}
