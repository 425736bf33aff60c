using Microsoft.DurableTask;

namespace CxFunctions.Foundation.Durable;

/// <summary>
/// The one place where orchestrations make timers. The AzureStorage provider counts whole seconds: a timer may fire up to a second early, and
/// what is then left of that second would come back at once. So every timer is asked for a second later than it is due.
/// </summary>
public static class DurableTimers
{
    /// <summary>How early a timer of the AzureStorage provider may fire.</summary>
    public static readonly TimeSpan Earliness = TimeSpan.FromSeconds(1);

    /// <summary>Waits until a time has come: afterwards <see cref="TaskOrchestrationContext.CurrentUtcDateTime"/> is never before it.</summary>
    /// <param name="context">Of the orchestration that waits.</param>
    /// <param name="due">The time; done at once where it is not ahead.</param>
    /// <param name="cancellation">
    /// Gives the timer up. Always give up one that lost against an event: an open timer keeps an ended instance running until its time.
    /// </param>
    /// <exception cref="TaskCanceledException">It was given up.</exception>
    public static async Task UntilAsync(this TaskOrchestrationContext context, DateTimeOffset due, CancellationToken cancellation = default)
    {
        while (context.CurrentUtcDateTime < due.UtcDateTime)
        {
            await context.CreateTimer(due.UtcDateTime + Earliness, cancellation);
        }
    }
}
