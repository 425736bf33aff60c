namespace CxFunctions.Tests.Unit.Durable;

public class RandomOrchestrationTests
{
    private const int Cases = 2_100;

    /// <summary>Other programs on every day, the same ones all day; a failure names its seed.</summary>
    private static readonly int FirstSeed = DateTime.UtcNow.DayOfYear * 100_000;

    [Fact]
    public void Random_programs_come_to_what_a_plain_loop_works_out_when_replayed_before_every_step()
    {
        var (ended, failed) = (0, 0);
        Parallel.For(FirstSeed, FirstSeed + Cases, seed =>
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
    public void Random_programs_come_to_the_same_when_everything_uncommitted_is_lost_at_random_moments()
    {
        var kills = 0;
        Parallel.For(FirstSeed, FirstSeed + Cases, seed =>
        {
            var program = RandomProgram.Of(seed);
            var world = new PureWorld(program, new Random(seed));
            var expected = new ExpectedTrace(program).Work();
            Assert.True(expected == world.Run(), $"seed {seed}: expected {expected}");
            Interlocked.Add(ref kills, world.Kills);
        });
        Assert.True(kills > Cases, $"only {kills} kills");
    }
}
