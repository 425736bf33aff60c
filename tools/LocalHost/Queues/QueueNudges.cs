using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Queues;

namespace CxFunctions.LocalHost.Queues;

/// <summary>
/// Watches this process put messages on queues, and wakes the queues' listeners. Only the wait is cut short: what a listener
/// finds, and when it would have found it at the latest, stays the same.
/// </summary>
internal sealed class QueueNudges : IDisposable
{
    private readonly ConcurrentDictionary<string, QueueListener> _listeners = new(StringComparer.OrdinalIgnoreCase);
    private readonly ActivityListener _requests;

    public QueueNudges()
    {
        _requests = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = OnRequest,
        };
        ActivitySource.AddActivityListener(_requests);
    }

    public void Watch(QueueListener listener) => _listeners[AddressOf(listener.Queue)] = listener;

    public void Nudge(QueueClient queue)
    {
        if (_listeners.TryGetValue(AddressOf(queue), out var listener))
        {
            listener.Nudge();
        }
    }

    public void Dispose() => _requests.Dispose();

    private static string AddressOf(QueueClient queue) => queue.Uri.GetLeftPart(UriPartial.Path) + "/messages";

    private void OnRequest(Activity request)
    {
        if (request.GetTagItem("http.request.method") is "POST" && request.GetTagItem("url.full") is string url)
        {
            var query = url.IndexOf('?', StringComparison.Ordinal);
            if (_listeners.TryGetValue(query < 0 ? url : url[..query], out var listener))
            {
                listener.Nudge();
            }
        }
    }
}
