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
    /// <param name="progress">Told how much is over, 0 to 1.</param>
    /// <param name="cancellationToken">Interrupts it; a later call goes on.</param>
    public static async Task<DemoSummary> PlayAsync(DemoWorld world, int seed, int size, Action<double> progress, CancellationToken cancellationToken)
    {
        using var journal = new DemoJournal(world.Folder);
        var start = Begin(world, journal, seed, size);
        using var day = new DemoDay(world, start, journal);
        await day.PlayAsync(progress, cancellationToken);
        return await day.SummariseAsync(cancellationToken);
    }

    /// <summary>Where the clock of a used data folder goes on: in the demo day that was interrupted, or shortly before the next.</summary>
    public static DateTimeOffset ClockResume(string folder, DateTimeOffset kept)
    {
        if (!File.Exists(DemoJournal.PathIn(folder)))
        {
            return kept;
        }
        using var journal = new DemoJournal(folder);
        var last = journal.Events.OfType<DayBegun>().LastOrDefault()?.Start.At ?? kept;
        return DemoStart.ClockResume(kept, journal.Events.OfType<DayEnded>().Any() ? DemoStart.Next(kept) : last);
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
