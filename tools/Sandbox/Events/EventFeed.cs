using System.Collections.Concurrent;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Events;

/// <summary>
/// Delivers events as Event Grid does: at least once, in no order, again after growing waits, until taken, refused for good
/// or a day old. Journalled, so that a restart delivers what was still open.
/// </summary>
internal sealed class EventFeed(
    EventSubscription subscription,
    Journal journal,
    HttpClient http,
    TimeProvider clock,
    ILogger<EventFeed> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _atOnce = new(16);
    private readonly ConcurrentDictionary<string, Task> _open = new();
    private long _delivered, _attempts, _givenUp;

    public object Snapshot() => new
    {
        validated = subscription.IsValidated,
        open = _open.Count,
        attempts = Interlocked.Read(ref _attempts),
        delivered = Interlocked.Read(ref _delivered),
        givenUp = Interlocked.Read(ref _givenUp),
    };

    public void Publish(ServiceEvent happened)
    {
        journal.Append(new EventPublished(happened));
        Start(happened);
    }

    /// <summary>Takes up what an earlier process published and did not settle.</summary>
    public void Resume()
    {
        var settled = journal.Recovered.OfType<EventSettled>().Select(s => s.EventId).ToHashSet();
        foreach (var published in journal.Recovered.OfType<EventPublished>().Where(p => !settled.Contains(p.Event.Id)))
        {
            Start(published.Event);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_open.Values);
        _stopping.Dispose();
        _atOnce.Dispose();
    }

    private void Start(ServiceEvent happened)
    {
        // Registered before it runs: the task takes itself out at its end.
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[happened.Id] = DeliverAsync(happened, start.Task);
        start.SetResult();
    }

    private async Task DeliverAsync(ServiceEvent happened, Task started)
    {
        await started;
        try
        {
            for (var attempt = 1; !await TrySettleAsync(happened, attempt); attempt++)
            {
                await Task.Delay(RetrySchedule.WaitAfter(attempt), clock, _stopping.Token);
            }

            journal.Append(new EventSettled(happened.Id));
        }
        catch (OperationCanceledException)
        {
            // The Sandbox ends; the journal still has the event as open.
        }
        finally
        {
            _open.TryRemove(happened.Id, out _);
        }
    }

    private async Task<bool> TrySettleAsync(ServiceEvent happened, int attempt)
    {
        var endpoint = await subscription.AgreedAsync(_stopping.Token);
        var status = await SendAsync(endpoint, happened, attempt);
        if (RetrySchedule.IsTaken(status))
        {
            Interlocked.Increment(ref _delivered);
            return true;
        }

        if (RetrySchedule.IsFinal(status) || attempt >= RetrySchedule.MaxAttempts || clock.GetUtcNow() - happened.Time > RetrySchedule.TimeToLive)
        {
            Interlocked.Increment(ref _givenUp);
            EventLog.GivenUp(logger, happened.Id, attempt, status);
            return true;
        }

        return false;
    }

    /// <returns>The status, or 0 where no answer came.</returns>
    private async Task<int> SendAsync(EventSubscription.Endpoint endpoint, ServiceEvent happened, int attempt)
    {
        await _atOnce.WaitAsync(_stopping.Token);
        try
        {
            Interlocked.Increment(ref _attempts);
            using var request = EventEnvelope.Request(endpoint.Url, endpoint.Schema, happened, attempt);
            using var response = await http.SendAsync(request, _stopping.Token);
            return (int)response.StatusCode;
        }
        catch (Exception failure) when (!_stopping.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
        finally
        {
            _atOnce.Release();
        }
    }
}
