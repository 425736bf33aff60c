using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Unit.Durable;

/// <summary>
/// The engine's own pure steps in a world without threads and storage: what is committed is kept as a row and read again
/// before each step, all else may be lost between any two moments.
/// </summary>
internal sealed class PureWorld
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly PureStore _committed = new();
    private readonly Queue<(string To, InstanceMessage Message)> _underWay = new();
    private readonly Dictionary<string, List<(string, int)>> _attempts = [];
    private readonly RandomProgram _program;
    private readonly Random? _killer;
    private readonly Step _step;
    private DateTime _now = Start;

    /// <param name="killer">Decides when everything that is not committed is lost; null for never.</param>
    public PureWorld(RandomProgram program, Random? killer)
    {
        (_program, _killer) = (program, killer);
        var orchestrators = new OrchestratorTable();
        orchestrators.Add("Program", ProgramOrchestrator.Of(program));
        _step = new(orchestrators, JsonDataConverter.Default, NullLoggerFactory.Instance);
    }

    public int Kills { get; private set; }

    /// <returns>The output, the failure after "!", or null where the program waits for ever.</returns>
    public string? Run()
    {
        Begin("root", new ExecutionStarted("Program", "") { Data = JsonDataConverter.Default.Serialize(new ProgramOrchestrator.Part(0, "", 0, [])) });
        var events = new Queue<(int At, string Name, int Payload)>(_program.Events);
        while (true)
        {
            Settle();
            var due = _committed.Unfinished.Select(one => one.Due).Min();
            var next = events.TryPeek(out var raised) ? Start.AddMilliseconds(raised.At) : (DateTime?)null;
            if (_committed.Find("root")!.IsOver || (due is null && next is null))
            {
                return Result(_committed.Find("root")!);
            }

            if (next is not null && (due is null || next < due))
            {
                _now = next.Value;
                events.Dequeue();
                while (!Deliver("root", new RaiseEvent(raised.Name, $"{raised.Payload}")))
                {
                    // The one who raised it was not told that it is safe, so he raises it again.
                }
            }
            else
            {
                _now = due!.Value;
                foreach (var one in _committed.Unfinished.Where(one => one.Due <= _now).ToArray())
                {
                    _underWay.Enqueue((one.Id, new TimeCame()));
                }
            }
        }
    }

    private static string? Result(Instance root) => root.IsOver
        ? root.Status == OrchestrationRuntimeStatus.Completed
            ? JsonDataConverter.Default.Deserialize<string>(root.History[^1].Data)
            : "!" + FailureText.Read(root.History[^1].Data).ErrorMessage
        : null;

    private void Settle()
    {
        do
        {
            while (_underWay.TryDequeue(out var letter))
            {
                Deliver(letter.To, letter.Message);
            }

            // As at the start of an engine: whoever has unfinished work is picked up. Without kills there is none left.
            foreach (var one in _committed.Unfinished.Where(one => one.Work))
            {
                _underWay.Enqueue((one.Id, new PickUp()));
            }
        }
        while (_underWay.Count > 0);
    }

    /// <returns>Whether the step was committed.</returns>
    private bool Deliver(string id, InstanceMessage message)
    {
        if (message is StartSubOrchestration start)
        {
            if (_committed.Find(id) is not { } known || (known.IsOver && known.Started.Parent != start.Started.Parent))
            {
                Begin(id, start.Started);
            }

            return true;
        }

        if (_committed.Find(id) is not { } before)
        {
            return true;
        }

        var next = _step.Take(before, [message], _now, (_, why) => Assert.Fail(why));
        if (Killed())
        {
            return false;
        }

        Commit(next);
        return true;
    }

    private void Begin(string id, ExecutionStarted started) => Commit(new Instance(id, Generation.NewExecution(), HistoryList.From([started]))
    {
        Name = started.Name,
        Version = "",
        CreatedAt = _now,
        UpdatedAt = _now,
    });

    private void Commit(Instance next)
    {
        Assert.DoesNotContain(next.History.OfType<Answered>().GroupBy(answer => answer.Id), answers => answers.Count() > 1);
        _committed.Commit(next);
        if (Killed())
        {
            return;
        }

        foreach (var scheduled in next.IsOver ? [] : next.History.Activities())
        {
            _underWay.Enqueue((next.Id, new ActivityEnded(next.Execution, Perform(next, scheduled))));
        }

        foreach (var message in Outgoing.Of(next).ToArray())
        {
            _underWay.Enqueue((message.Target, message.Message));
            _underWay.Enqueue((next.Id, new MessagesArrived(next.Execution, message.Number)));
        }

        if (!next.IsOver && !next.HasBegun)
        {
            _underWay.Enqueue((next.Id, new PickUp()));
        }
    }

    private bool Killed()
    {
        if (_killer?.Next(6) != 0)
        {
            return false;
        }

        Kills++;
        _underWay.Clear();
        return true;
    }

    private Answered Perform(Instance instance, TaskScheduled task)
    {
        if (task.Name == "Work")
        {
            return new TaskCompleted(task.Id) { Data = $"{Activities.Work(int.Parse(task.Data!))}" };
        }

        var call = JsonDataConverter.Default.Deserialize<FlakyCall>(task.Data)!;
        var attempts = _attempts.TryGetValue(call.Key, out var known) ? known : _attempts[call.Key] = [];
        if (!attempts.Contains((instance.Execution, task.Id)))
        {
            attempts.Add((instance.Execution, task.Id));
        }

        var attempt = attempts.IndexOf((instance.Execution, task.Id)) + 1;
        return attempt > call.Failures
            ? new TaskCompleted(task.Id) { Data = $"{attempt}" }
            : new TaskFailed(task.Id) { Data = FailureText.Write("System.TimeoutException", $"failed at {attempt}") };
    }
}
