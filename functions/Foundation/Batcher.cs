namespace CxFunctions.Foundation;

/// <summary>
/// Gathers what is asked at the same time into one call. There is no timer: the first item leaves at once, and while its call is in flight
/// the next ones gather, up to the most that one call takes. So a quiet host answers at once and a busy one fills its calls.
/// </summary>
/// <param name="most">Items in one call.</param>
/// <param name="call">Answers one result an item, in the same order; a failure is everybody's in that call.</param>
public sealed class Batcher<TItem, TResult>(int most, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> call)
{
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _working;

    public Task<TResult> RunAsync(TItem item)
    {
        var waiting = new Waiting(item);
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            if (_working)
            {
                return waiting.Done.Task;
            }
            _working = true;
        }
        _ = Task.Run(DrainAsync);
        return waiting.Done.Task;
    }

    private async Task DrainAsync()
    {
        while (TakeBatch() is { Count: > 0 } batch)
        {
            try
            {
                var results = await call([.. batch.Select(w => w.Item)]);
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Done.SetResult(results[i]);
                }
            }
            catch (Exception e)
            {
                // Not swallowed: every caller of the batch gets it.
                batch.ForEach(w => w.Done.TrySetException(e));
            }
        }
    }

    private List<Waiting> TakeBatch()
    {
        lock (_gate)
        {
            var batch = new List<Waiting>(most);
            while (batch.Count < most && _waiting.TryDequeue(out var waiting))
            {
                batch.Add(waiting);
            }
            _working = batch.Count > 0;
            return batch;
        }
    }

    private sealed class Waiting(TItem item)
    {
        public TItem Item { get; } = item;

        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
