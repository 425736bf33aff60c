using Microsoft.DurableTask;

namespace CxFunctions.Tests.Unit.Durable;

/// <summary>Plays a random program through the durable context.</summary>
internal static class ProgramOrchestrator
{
    public sealed record Part(int Generation, string Trace, long Began, int[] Path);

    public static Func<TaskOrchestrationContext, Task<object?>> Of(RandomProgram program) => async context =>
    {
        var part = context.GetInput<Part>()!;
        var began = part.Began == 0 ? context.CurrentUtcDateTime.Ticks : part.Began;
        var acts = part.Path.Aggregate(program.Generations[part.Generation], (body, index) => ((Act.Sub)body[index]).Body);
        var trace = part.Trace;
        for (var index = 0; index < acts.Length; index++)
        {
            var text = await DoAsync(context, acts[index], part with { Began = began, Trace = "", Path = [.. part.Path, index] });
            trace += $"[{(context.CurrentUtcDateTime.Ticks - began) / TimeSpan.TicksPerMillisecond}:{text}]";
        }

        if (part.Path.Length == 0 && part.Generation + 1 < program.Generations.Length)
        {
            context.ContinueAsNew(new Part(part.Generation + 1, trace, began, []));
        }

        return trace;
    };

    private static async Task<string> DoAsync(TaskOrchestrationContext context, Act act, Part inner)
    {
        switch (act)
        {
            case Act.Call call: return $"{await context.CallActivityAsync<int>("Work", call.Input)}";
            case Act.All all: return string.Join(',', await Task.WhenAll(all.Inputs.Select(input => context.CallActivityAsync<int>("Work", input))));
            case Act.Throw thrown: throw new InvalidOperationException(thrown.Message);
            case Act.Pause pause:
                await context.CreateTimer(TimeSpan.FromSeconds(pause.Seconds), CancellationToken.None);
                return "paused";
            case Act.GiveUp giveUp:
                using (var stop = new CancellationTokenSource())
                {
                    var timer = context.CreateTimer(TimeSpan.FromSeconds(giveUp.Seconds), stop.Token);
                    stop.Cancel();
                    await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
                    return "given up";
                }

            case Act.Await wait: return $"{await context.WaitForExternalEvent<int>(wait.Name)}";
            case Act.AwaitOr either: return await EitherAsync(context, either);
            case Act.Retry retry: return await RetryAsync(context, retry, inner);
            default:
                try
                {
                    return $"sub({await context.CallSubOrchestratorAsync<string>("Program", inner)})";
                }
                catch (TaskFailedException failed)
                {
                    return $"sub failed {failed.FailureDetails.ErrorMessage}";
                }
        }
    }

    /// <summary>By hand, with one wait that is kept: a wait that is cancelled may lose the event that comes to it later.</summary>
    private static async Task<string> EitherAsync(TaskOrchestrationContext context, Act.AwaitOr either)
    {
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromSeconds(either.Seconds), stop.Token);
        var arrival = context.WaitForExternalEvent<int>(either.Name, stop.Token);
        if (await Task.WhenAny(arrival, timer) == timer)
        {
            return "late";
        }

        stop.Cancel();
        return $"{await arrival}";
    }

    private static async Task<string> RetryAsync(TaskOrchestrationContext context, Act.Retry retry, Part inner)
    {
        var policy = new RetryPolicy(retry.Attempts, TimeSpan.FromSeconds(retry.FirstSeconds), retry.Coefficient);
        try
        {
            var key = $"{context.InstanceId}/{inner.Generation}/{string.Join('.', inner.Path)}";
            return $"worked at {await context.CallActivityAsync<int>("Flaky", (object)new FlakyCall(key, retry.Failures), TaskOptions.FromRetryPolicy(policy))}";
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }
}

internal sealed record FlakyCall(string Key, int Failures);
