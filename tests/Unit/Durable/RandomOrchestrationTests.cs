namespace CxFunctions.Tests.Unit.Durable;

public class RandomOrchestrationTests
{
    private const int Cases = 2_100;

    /// <summary>Other programs on every day, the same ones all day; a failure names its seed.</summary>
    private static readonly int FirstSeed = DateTime.UtcNow.DayOfYear * 100_000;

    [Fact]
    public async Task Random_programs_come_to_what_a_plain_loop_works_out_when_replayed_before_every_step()
    {
        var (ended, failed) = (0, 0);
        await ForEachSeedAsync(seed =>
        {
            var program = RandomProgram.Of(seed);
            var expected = new ExpectedTrace(program).Work();
            Assert.True(expected == new PureWorld(program, killer: null).Run(), $"seed {seed}: expected {expected}");
            Interlocked.Add(ref ended, expected is null ? 0 : 1);
            Interlocked.Add(ref failed, expected?.StartsWith('!') == true ? 1 : 0);
        });
        Assert.InRange(ended, Cases / 2, Cases - 10);
        Assert.InRange(failed, 10, Cases / 2);
    }

    [Fact]
    public async Task Random_programs_come_to_the_same_when_everything_uncommitted_is_lost_at_random_moments()
    {
        var kills = 0;
        await ForEachSeedAsync(seed =>
        {
            var program = RandomProgram.Of(seed);
            var world = new PureWorld(program, new Random(seed));
            var expected = new ExpectedTrace(program).Work();
            Assert.True(expected == world.Run(), $"seed {seed}: expected {expected}");
            Interlocked.Add(ref kills, world.Kills);
        });
        Assert.True(kills > Cases, $"only {kills} kills");
    }

    /// <summary>On threads of its own: busy ones of the pool would keep the timers of other tests waiting for seconds.</summary>
    private static Task ForEachSeedAsync(Action<int> run)
    {
        var next = FirstSeed - 1;
        return Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var seed = Interlocked.Increment(ref next); seed < FirstSeed + Cases; seed = Interlocked.Increment(ref next))
                {
                    run(seed);
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
