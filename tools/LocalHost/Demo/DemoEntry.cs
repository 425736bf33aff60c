using System.Globalization;
using System.Text.Json;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.Demo;

/// <summary>Begins a demo day, or goes on with the one that was interrupted.</summary>
internal static class DemoEntry
{
    /// <summary>Transactions of a demo day.</summary>
    public const int Size = 330;

    public const int Seed = 1;

    /// <param name="world">Where it is played.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="size">Transactions.</param>
    /// <param name="cancellationToken">Interrupts it; a later call goes on.</param>
    public static async Task<DemoSummary> PlayAsync(DemoWorld world, int seed, int size, CancellationToken cancellationToken)
    {
        using var journal = new DemoJournal(world.Folder);
        var start = Begin(world, journal, seed, size);
        using var day = new DemoDay(world, start, journal);
        await day.PlayAsync(cancellationToken);
        return await day.SummariseAsync(cancellationToken);
    }

    public static string Line(DemoSummary summary) => JsonSerializer.Serialize(summary, JsonSerializerOptions.Web);

    private static DemoStart Begin(DemoWorld world, DemoJournal journal, int seed, int size)
    {
        var now = world.Clock.GetUtcNow();
        var last = journal.Events.OfType<DayBegun>().LastOrDefault()?.Start;
        if (last is not null && !journal.Events.OfType<DayEnded>().Any())
        {
            journal.Add(new DayResumed(now));
            return last;
        }
        var start = new DemoStart(DemoStart.Next(now), seed, size, (last?.Day ?? 0) + 1);
        journal.Add(new DayBegun(start));
        if (start.At - now > TimeSpan.FromMinutes(10))
        {
            world.Say(string.Create(CultureInfo.InvariantCulture, $"The demo's next day begins at {start.At:u}, in {(start.At - now).TotalSeconds / Math.Max(1, world.Speed):0} s."));
        }
        return start;
    }
}
