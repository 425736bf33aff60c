using System.Collections.Concurrent;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// The one thread that an orchestrator may run on during an episode: awaits and continuations come back to it in order, and
/// whatever comes from another thread is noticed.
/// </summary>
internal sealed class EpisodeThread : TaskScheduler
{
    private readonly Queue<Task> _ready = new();
    private readonly ConcurrentQueue<string> _foreign = new();
    private readonly Context _context;
    private Action<string>? _afterwards;
    private int _thread;

    public EpisodeThread() => _context = new(this);

    /// <summary>What was noticed from other threads while the episode ran.</summary>
    public string? Foreign => _foreign.TryPeek(out var what) ? what : null;

    public bool IsCurrent => Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId;

    /// <summary>Runs this, and everything that becomes ready by it, to the end on the calling thread.</summary>
    public void Run(Action action)
    {
        var before = SynchronizationContext.Current;
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        SynchronizationContext.SetSynchronizationContext(_context);
        try
        {
            QueueTask(new Task(action));
            while (_ready.TryDequeue(out var next))
            {
                Execute(next);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
            Volatile.Write(ref _thread, 0);
        }
    }

    /// <summary>From now on the episode is over, and whatever still comes is told to this.</summary>
    public void Close(Action<string> afterwards) => _afterwards = afterwards;

    /// <summary>Notes that the orchestrator's code ran where it must not.</summary>
    public void ReportForeign(string what)
    {
        _foreign.Enqueue(what);
        _afterwards?.Invoke(what);
    }

    protected override void QueueTask(Task task)
    {
        if (IsCurrent)
        {
            _ready.Enqueue(task);
            return;
        }

        ReportForeign("The orchestrator awaited something that is not durable, and it ended on another thread.");
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && IsCurrent && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Execute(Task task)
    {
        if (task.Status != TaskStatus.Created)
        {
            TryExecuteTask(task);
            return;
        }

        // Made here, so nobody else will look at its failure.
        task.RunSynchronously(this);
        task.GetAwaiter().GetResult();
    }

    private sealed class Context(EpisodeThread thread) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => thread.QueueTask(new Task(() => d(state)));

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (!thread.IsCurrent)
            {
                throw new InvalidOperationException("An orchestrator runs on its own thread only.");
            }

            d(state);
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
