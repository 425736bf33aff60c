namespace CxFunctions.Tests.Unit.Durable;

/// <summary>
/// What a random program must come to, worked out without any engine: a loop over its acts, a clock and a list of events.
/// Ends early, without a result, where the program waits for an event that never comes.
/// </summary>
internal sealed class ExpectedTrace(RandomProgram program)
{
    private readonly Queue<(int At, string Name, int Payload)> _coming = new(program.Events);
    private readonly List<(string Name, int Payload)> _unread = [];
    private readonly Dictionary<string, int> _abandoned = new(StringComparer.OrdinalIgnoreCase);
    private long _now;
    private bool _waitsForEver;

    /// <returns>The trace, the failure after "!", or null for a program that never ends.</returns>
    public string? Work()
    {
        var trace = "";
        foreach (var generation in program.Generations)
        {
            _abandoned.Clear();
            if (Run(generation, ref trace) is { } failure)
            {
                return failure;
            }

            if (_waitsForEver)
            {
                return null;
            }
        }

        return trace;
    }

    private string? Run(Act[] acts, ref string trace)
    {
        foreach (var act in acts)
        {
            var (text, failure) = Do(act);
            if (failure is not null || _waitsForEver)
            {
                return failure;
            }

            trace += $"[{_now}:{text}]";
        }

        return null;
    }

    private (string Text, string? Failure) Do(Act act)
    {
        switch (act)
        {
            case Act.Call call: return ($"{Activities.Work(call.Input)}", null);
            case Act.All all: return (string.Join(',', all.Inputs.Select(Activities.Work)), null);
            case Act.GiveUp: return ("given up", null);
            case Act.Throw thrown: return ("", "!" + thrown.Message);
            case Act.Pause pause: PassUntil(_now + (pause.Seconds * 1000L)); return ("paused", null);
            case Act.Retry retry: return (Retry(retry), null);
            case Act.AwaitOr either: return (Next(either.Name, _now + (either.Seconds * 1000L)), null);
            case Act.Await wait:
                var got = Next(wait.Name, long.MaxValue);
                _waitsForEver = got == "late";
                return (got, null);
            case Act.Sub sub:
                var inner = "";
                return Run(sub.Body, ref inner) is { } failure ? ($"sub failed {failure[1..]}", null) : ($"sub({inner})", null);
            default: throw new InvalidOperationException();
        }
    }

    private string Retry(Act.Retry retry)
    {
        for (var attempt = 1; attempt <= retry.Attempts; attempt++)
        {
            if (attempt > retry.Failures)
            {
                return $"worked at {attempt}";
            }

            PassUntil(_now + (attempt < retry.Attempts ? (long)(retry.FirstSeconds * 1000L * Math.Pow(retry.Coefficient, attempt - 1)) : 0));
        }

        return $"failed at {retry.Attempts}";
    }

    private string Next(string name, long latest)
    {
        if (_unread.FindIndex(raised => Same(raised.Name, name)) is var index and >= 0)
        {
            var payload = _unread[index].Payload;
            _unread.RemoveAt(index);
            return $"{payload}";
        }

        while (_coming.TryPeek(out var next) && next.At < latest)
        {
            _now = next.At;
            _coming.Dequeue();
            if (Same(next.Name, name))
            {
                return $"{next.Payload}";
            }

            Arrive(next.Name, next.Payload);
        }

        if (latest < long.MaxValue)
        {
            _now = latest;
            _abandoned[name] = _abandoned.GetValueOrDefault(name) + 1;
        }

        return "late";
    }

    private void PassUntil(long time)
    {
        while (_coming.TryPeek(out var next) && next.At < time)
        {
            _coming.Dequeue();
            Arrive(next.Name, next.Payload);
        }

        _now = time;
    }

    /// <summary>Nobody waits for it now: a wait that was left behind takes it and it is lost, else it is kept.</summary>
    private void Arrive(string name, int payload)
    {
        if (_abandoned.GetValueOrDefault(name) is var count and > 0)
        {
            _abandoned[name] = count - 1;
        }
        else
        {
            _unread.Add((name, payload));
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal static class Activities
{
    public static int Work(int input) => (input * 31) % 997;
}
