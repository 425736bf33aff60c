using Azure;
using Azure.Storage.Queues;

namespace CxFunctions.LocalHost.Queues;

/// <summary>
/// A file that names the messages this host keeps hidden. After a <c>kill -9</c> they would stay hidden until their lease
/// ends; the next host puts them back at once.
/// </summary>
internal sealed class HeldMessages : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;

    public HeldMessages(string path)
    {
        LeftBehind = Read(path);
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>What the last host on this folder still held when it died.</summary>
    public IReadOnlyCollection<(string Queue, string Id, string Receipt)> LeftBehind { get; }

    public void Add(string queue, string id, string receipt) => Write($"+ {queue} {id} {receipt}\n");

    public void Remove(string queue, string id) => Write($"- {queue} {id}\n");

    /// <summary>Makes what was left behind visible again.</summary>
    public async Task PutBackAsync(Func<string, QueueClient> open, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(LeftBehind, cancellation, async (message, token) =>
        {
            try
            {
                await open(message.Queue).UpdateMessageAsync(
                    message.Id, message.Receipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: token);
            }
            catch (RequestFailedException gone) when (gone.Status is 400 or 404)
            {
                // Deleted in its last moment, or visible already.
            }
        });

    public void Dispose()
    {
        lock (_lock)
        {
            _file.Dispose();
        }
    }

    private static List<(string Queue, string Id, string Receipt)> Read(string path)
    {
        var held = new Dictionary<string, (string, string, string)>();
        foreach (var words in File.Exists(path) ? File.ReadLines(path).Select(line => line.Split(' ')) : [])
        {
            // The last line may be torn.
            if (words is ["+", var queue, var id, var receipt])
            {
                held[id] = (queue, id, receipt);
            }
            else if (words is ["-", _, var removed])
            {
                held.Remove(removed);
            }
        }
        return [.. held.Values];
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            if (_file.CanWrite)
            {
                _file.Write(System.Text.Encoding.UTF8.GetBytes(line));
            }
        }
    }
}
