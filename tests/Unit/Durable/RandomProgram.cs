namespace CxFunctions.Tests.Unit.Durable;

/// <summary>What a random orchestration does, one thing after the other.</summary>
internal abstract record Act
{
    internal sealed record Call(int Input) : Act;

    /// <summary>An activity that fails so often, called under a retry policy with whole seconds between attempts.</summary>
    internal sealed record Retry(int Failures, int Attempts, int FirstSeconds, double Coefficient) : Act;

    internal sealed record Pause(int Seconds) : Act;

    internal sealed record Await(string Name) : Act;

    internal sealed record AwaitOr(string Name, int Seconds) : Act;

    internal sealed record All(int[] Inputs) : Act;

    internal sealed record Sub(Act[] Body) : Act;

    internal sealed record GiveUp(int Seconds) : Act;

    internal sealed record Throw(string Message) : Act;
}

/// <summary>A random orchestration: the acts of each generation, and the events it gets, by the milliseconds since its start.</summary>
internal sealed record RandomProgram(Act[][] Generations, (int At, string Name, int Payload)[] Events)
{
    private static readonly string[] Names = ["alpha", "Beta", "gamma"];

    public static RandomProgram Of(int seed)
    {
        var random = new Random(seed);
        var events = Enumerable.Range(0, random.Next(0, 9))
            // Odd milliseconds of their own, so that no event falls on the moment of a timer.
            .Select(n => (At: (random.Next(0, 90) * 1000) + (n * 7) + 1, Name: Names[random.Next(3)], Payload: random.Next(100)))
            .OrderBy(raised => raised.At).ToArray();
        var generations = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Acts(random, random.Next(1, 7), depth: 0)).ToArray();
        return new(generations, events);
    }

    private static Act[] Acts(Random random, int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => One(random, depth))];

    private static Act One(Random random, int depth) => random.Next(depth == 0 ? 20 : 13) switch
    {
        < 4 => new Act.Call(random.Next(1000)),
        < 6 => new Act.Retry(random.Next(0, 4), random.Next(1, 4), random.Next(1, 5), random.Next(1, 3)),
        < 8 => new Act.Pause(random.Next(0, 30)),
        < 10 => new Act.All([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1000))]),
        < 11 => new Act.GiveUp(random.Next(1, 60)),
        < 12 => depth < 2 ? new Act.Sub(Acts(random, random.Next(1, 4), depth + 1)) : new Act.Call(1),
        < 13 => random.Next(6) == 0 ? new Act.Throw("thrown") : new Act.Pause(1),
        < 17 => new Act.AwaitOr(Names[random.Next(3)], random.Next(1, 40)),
        _ => new Act.Await(Names[random.Next(3)]),
    };
}
