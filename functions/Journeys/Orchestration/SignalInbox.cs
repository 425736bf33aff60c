using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys.Orchestration;

/// <summary>
/// The one place where a journey waits for news. A waiter that was given up would swallow the next event, so the one that is pending
/// is kept and used again; only timers are cancelled, because an open one would keep an ended journey running.
/// </summary>
internal sealed class SignalInbox(TaskOrchestrationContext context)
{
    private Task<JourneyNews>? _next;

    /// <returns>The next news, or null where the time came first.</returns>
    public async Task<JourneyNews?> NextUntilAsync(DateTimeOffset until)
    {
        _next ??= context.WaitForExternalEvent<JourneyNews>(JourneyNews.EventName);
        if (!_next.IsCompleted)
        {
            using var stop = new CancellationTokenSource();
            var due = context.UntilAsync(until, stop.Token);
            if (await Task.WhenAny(_next, due) == due)
            {
                await due;
                return null;
            }
            // Not CancelAsync: it is no task of the engine's, and awaiting it would leave the orchestrator's thread.
            stop.Cancel();
        }
        var news = await _next;
        _next = null;
        return news;
    }
}
