using Microsoft.DurableTask;

namespace CxFunctions.Journeys;

/// <summary>
/// The one place where a journey waits for signals. A waiter that was given up would swallow the next signal, so the one that is pending
/// is kept and used again; only timers are cancelled, because an open one would keep an ended journey running.
/// </summary>
internal sealed class SignalInbox(TaskOrchestrationContext context)
{
    private Task<JourneySignal>? _next;

    /// <returns>The next signal, or null where the time came first.</returns>
    public async Task<JourneySignal?> NextUntilAsync(DateTimeOffset until)
    {
        _next ??= context.WaitForExternalEvent<JourneySignal>(JourneySignal.EventName);
        if (!_next.IsCompleted)
        {
            using var stop = new CancellationTokenSource();
            if (await Task.WhenAny(_next, context.CreateTimer(until.UtcDateTime, stop.Token)) != _next)
            {
                return null;
            }
            stop.Cancel();
        }
        var signal = await _next;
        _next = null;
        return signal;
    }
}
