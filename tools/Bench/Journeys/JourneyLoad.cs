using System.Diagnostics;
using CxFunctions.LocalHost.Durable;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// Journeys of start, one activity, one external event, a timer of one second and end, the same number in flight all the time
/// while the gate is open.
/// </summary>
internal sealed class JourneyLoad(DurableEngine engine)
{
    /// <summary>More than any storage here could serve within the second that a journey waits.</summary>
    public const int InFlight = 1_200;

    private readonly Latencies _events = new();
    private volatile TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _counts;
    private int _begun;
    private int _done;
    private int _errors;

    public int Done => Volatile.Read(ref _done);

    public int Errors => Volatile.Read(ref _errors);

    /// <summary>Raising an event until it is durable.</summary>
    public Latencies Events => _events;

    public static void Register(DurableEngine engine)
    {
        engine.Orchestrators.Add("Journey", async context =>
        {
            await context.CallActivityAsync("Nothing", "invite");
            var answer = await context.WaitForExternalEvent<int>("Answer");
            await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            return answer;
        });
        engine.Activities.Add("Nothing", (_, _) => Task.FromResult<object?>(null));
    }

    public IReadOnlyList<Task> Start(CancellationToken end) => [.. Enumerable.Range(0, InFlight).Select(_ => PlayAsync(end))];

    public void Open() => _gate.TrySetResult();

    /// <summary>Done when the journeys that are under way have ended.</summary>
    public async Task CloseAsync()
    {
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (Volatile.Read(ref _begun) > Done)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>Whether latencies are kept from now on.</summary>
    public void Count(bool counts) => Volatile.Write(ref _counts, counts);

    private async Task PlayAsync(CancellationToken end)
    {
        while (true)
        {
            if (!_gate.Task.IsCompleted)
            {
                await _gate.Task.WaitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (end.IsCancellationRequested)
                {
                    return;
                }

                // Spread over the length of a journey, or all of them would move in step.
                await Task.Delay(Random.Shared.Next(1200), CancellationToken.None);
            }

            Interlocked.Increment(ref _begun);
            var isRight = await OneAsync();
            Interlocked.Add(ref _errors, isRight ? 0 : 1);
            Interlocked.Increment(ref _done);
        }
    }

    private async Task<bool> OneAsync()
    {
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Journey", CancellationToken.None);
        var raised = Stopwatch.GetTimestamp();
        await engine.Client.RaiseEventAsync(id, "Answer", 9);
        if (Volatile.Read(ref _counts))
        {
            _events.Add(Stopwatch.GetElapsedTime(raised));
        }

        var metadata = await engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        return metadata.ReadOutputAs<int>() == 9;
    }
}
