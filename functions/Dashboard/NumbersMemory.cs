using System.Collections.Concurrent;
using CxFunctions.Rollups;

namespace CxFunctions.Dashboard;

/// <summary>
/// Keeps what was read for each view while nothing new is stored, so that a page that is looked at again costs two small reads instead of dozens.
/// Bounded by the catalog: one entry a program, touchpoint and grain.
/// </summary>
/// <remarks>
/// Whatever counts passes the marks of dirty hours and the state of the program's rollups, and words are stored before their fact is told. What is
/// kept is read anew after a minute all the same.
/// </remarks>
public sealed class NumbersMemory(NumbersReader reader, DirtyHourStore dirty)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Program, string Touchpoint, Grain Grain), Kept> _kept = [];

    /// <param name="query">The view.</param>
    /// <param name="state">Of the program's rollups, read before.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DashboardNumbers> ReadAsync(DashboardQuery query, RollupState? state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Before the numbers: what comes in while they are read changes the mark that they are kept under.
        var mark = $"{state?.Mark} {await dirty.FingerprintAsync(query.Program.Id, cancellationToken)} {query.Calendar.Of(query.Grain, now):O}";
        var key = (query.Program.Id, query.TouchpointKey, query.Grain);
        if (_kept.TryGetValue(key, out var kept) && kept.Mark == mark && now >= kept.At && now - kept.At < Longest)
        {
            return kept.Numbers;
        }
        var numbers = await reader.ReadAsync(query, now, cancellationToken);
        _kept[key] = new Kept(mark, now, numbers);
        return numbers;
    }

    private sealed record Kept(string Mark, DateTimeOffset At, DashboardNumbers Numbers);
}
