using CxFunctions.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Cases;

/// <summary>
/// One case from opening to the word back: waits for managers, escalates each deadline once, then tells the customer in waking
/// hours. It decides nothing from events but that something changed; what counts is read from the case.
/// </summary>
public static class CaseJourney
{
    // A lost event would be noticed at this pace, and a case that nobody closes costs one wake-up a day.
    private static readonly TimeSpan Checkup = TimeSpan.FromDays(1);

    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(15), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    [Function(nameof(CaseJourney))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CasePlan plan)
    {
        var changed = context.WaitForExternalEvent<string>(CasePlan.ChangedEvent);
        var status = new CaseStatus(CaseState.Open, null);

        while (status.State == CaseState.Open && !await DeadlinePassedAsync(context, changed, plan.AcknowledgeBy))
        {
            (changed, status) = await LookAsync(context, plan, changed);
        }
        if (status.State == CaseState.Open)
        {
            status = await context.CallActivityAsync<CaseStatus>(nameof(EscalateCase), new Escalation(plan.CaseId, CaseDeadline.Acknowledge, plan.EscalateTo), Patiently);
        }

        while (status.State != CaseState.Resolved && !await DeadlinePassedAsync(context, changed, plan.ResolveBy))
        {
            (changed, status) = await LookAsync(context, plan, changed);
        }
        if (status.State != CaseState.Resolved)
        {
            status = await context.CallActivityAsync<CaseStatus>(nameof(EscalateCase), new Escalation(plan.CaseId, CaseDeadline.Resolve, plan.EscalateTo), Patiently);
        }

        while (status.State != CaseState.Resolved)
        {
            await DeadlinePassedAsync(context, changed, context.CurrentUtcDateTime + Checkup);
            (changed, status) = await LookAsync(context, plan, changed);
        }

        await TellCustomerAsync(context, plan, status);
    }

    /// <summary>Event or timer; the timer that lost is cancelled, for an open timer would keep the instance from ending.</summary>
    private static async Task<bool> DeadlinePassedAsync(TaskOrchestrationContext context, Task changed, DateTime deadline)
    {
        using var cancel = new CancellationTokenSource();
        var timer = context.CreateTimer(deadline, cancel.Token);
        var first = await Task.WhenAny(changed, timer);
        if (first == timer)
        {
            return true;
        }
        cancel.Cancel();
        return false;
    }

    private static async Task<(Task<string> Changed, CaseStatus Status)> LookAsync(TaskOrchestrationContext context, CasePlan plan, Task<string> changed)
    {
        // One waiter on the name at any time: a new one only when the last has had its event.
        var next = changed.IsCompleted ? context.WaitForExternalEvent<string>(CasePlan.ChangedEvent) : changed;
        return (next, await context.CallActivityAsync<CaseStatus>(nameof(ReadCase), plan.CaseId, Patiently));
    }

    private static async Task TellCustomerAsync(TaskOrchestrationContext context, CasePlan plan, CaseStatus status)
    {
        while (status.WordBackAt is { } at)
        {
            if (at > context.CurrentUtcDateTime)
            {
                await context.CreateTimer(at, CancellationToken.None);
            }
            var word = await context.CallActivityAsync<SendWordBack>(nameof(WriteWordBack), plan.CaseId, Patiently);
            var outcome = await SendAsync(context, word);
            status = await context.CallActivityAsync<CaseStatus>(nameof(RecordWordBack), new WordBackTold(plan.CaseId, outcome), Patiently);
        }
    }

    /// <summary>A service that stays out of reach ends in the timeline, where a manager sees it, not in a journey that failed unseen.</summary>
    private static async Task<SendOutcome> SendAsync(TaskOrchestrationContext context, SendWordBack word)
    {
        try
        {
            return await context.CallActivityAsync<SendOutcome>(nameof(SendWordBack), word, Patiently);
        }
        catch (TaskFailedException)
        {
            return new SendOutcome(SendResult.Failed, "service-out-of-reach");
        }
    }
}
