using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Rollups;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Dashboard.Exports;

/// <summary>What an analyst asks of an export.</summary>
public sealed record ExportQuery
{
    public const int MostItems = 1000;

    /// <summary>The one asked for, or all, in the catalog's order.</summary>
    public required IReadOnlyList<SurveyProgram> Programs { get; init; }

    /// <summary>Ids of those programs and, where all were asked for, of the list beside them if there is one.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    public required string? Touchpoint { get; init; }

    /// <summary>Inclusive.</summary>
    public required AskedTime From { get; init; }

    /// <summary>Exclusive.</summary>
    public required AskedTime To { get; init; }

    /// <summary>Value by dimension, where asked for: declared dimensions and "channel".</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Null for JSON.</summary>
    public required CsvForm? Csv { get; init; }

    public required int Limit { get; init; }

    /// <summary>The last item already seen; null for none.</summary>
    public required ExportPosition? After { get; init; }

    /// <summary>Declared by any of the programs: the same columns for all of them.</summary>
    public IEnumerable<string> DimensionNames => Programs.SelectMany(p => p.Dimensions).Distinct();

    /// <summary>What is still to be listed, a program at a time.</summary>
    public IEnumerable<ExportPart> Parts => Lists
        .SkipWhile(list => After is not null && list != After.List)
        .Select(list => new ExportPart(this, list, list == After?.List ? After.InList : null));

    /// <exception cref="ExportQueryException">A parameter is wrong; the message says which and what is allowed.</exception>
    public static ExportQuery Of(IQueryCollection query, ProgramCatalog catalog, DateTimeOffset now, TimeSpan back, string? beside = null, TimeSpan ahead = default)
    {
        var program = query["program"].ToString();
        var programs = ProgramsOf(program, catalog);
        List<string> lists = [.. programs.Select(p => p.Id), .. program.Length == 0 && beside is not null ? [beside] : Array.Empty<string>()];
        var touchpoint = query["touchpoint"].ToString() is { Length: > 0 } named ? named : null;
        if (touchpoint is not null && programs.All(p => p.FindTouchpoint(touchpoint) is null))
        {
            throw new ExportQueryException($"touchpoint: name one of {string.Join(", ", programs.SelectMany(p => p.Touchpoints).Select(t => t.Id).Distinct())}, or leave it out for all.");
        }
        var asked = Time(query, "to");
        var to = asked ?? new AskedTime(now + ahead);
        var from = Time(query, "from") ?? new AskedTime((asked?.Utc ?? now) - back, asked?.IsLocal ?? false);
        if (from.Utc >= to.Utc)
        {
            throw new ExportQueryException("from: must lie before to.");
        }
        return new ExportQuery
        {
            Programs = programs,
            Lists = lists,
            Touchpoint = touchpoint,
            From = from,
            To = to,
            Dimensions = programs.SelectMany(p => p.Dimensions).Append(RollupKey.Channel).Distinct().Where(query.ContainsKey).ToDictionary(d => d, d => query[d].ToString()),
            Csv = query["format"].ToString() switch { "" or "json" => null, "csv" => CsvForm.Of(query), _ => throw new ExportQueryException("format: json or csv.") },
            Limit = Number(query, "limit", 500),
            After = query["continuation"].ToString() is { Length: > 0 } token ? ExportPosition.Of(token, lists) : null,
        };
    }

    public bool Holds(string touchpoint, Channel? channel, IReadOnlyDictionary<string, string> dimensions) =>
        (Touchpoint is null || Touchpoint == touchpoint)
        && Dimensions.All(d => d.Key == RollupKey.Channel
            ? string.Equals($"{channel}", d.Value, StringComparison.OrdinalIgnoreCase)
            : dimensions.TryGetValue(d.Key, out var value) && value == d.Value);

    private static IReadOnlyList<SurveyProgram> ProgramsOf(string asked, ProgramCatalog catalog) =>
        asked.Length == 0 ? [.. catalog.All]
        : catalog.Find(asked) is { } program ? [program]
        : throw new ExportQueryException($"program: name one of {string.Join(", ", catalog.All.Select(p => p.Id))}, or leave it out for all.");

    private static AskedTime? Time(IQueryCollection query, string name)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is >= 2000 and < 3000
            ? new AskedTime(at.ToUniversalTime(), IsLocal: DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Kind == DateTimeKind.Unspecified)
            : throw new ExportQueryException($"{name}: a day or an instant as ISO 8601, for instance 2026-11-22 or 2026-11-22T10:00:00Z.");
    }

    private static int Number(IQueryCollection query, string name, int otherwise)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return otherwise;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostItems
            ? number
            : throw new ExportQueryException($"{name}: 1 to {MostItems}.");
    }
}

/// <summary>A time as it was asked for: an instant, or a day or time of day without a zone.</summary>
/// <param name="Utc">The instant, UTC's where no zone was said.</param>
/// <param name="IsLocal">Whether none was said.</param>
public readonly record struct AskedTime(DateTimeOffset Utc, bool IsLocal = false)
{
    /// <summary>The instant, where a time without a zone means this one's; after the gap where clocks jump over it.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) => IsLocal ? new DateTimeOffset(Utc.DateTime, zone.GetUtcOffset(Utc.DateTime)).ToUniversalTime() : Utc;
}

/// <summary>One program's share of an export.</summary>
/// <param name="Query">Of the analyst.</param>
/// <param name="List">Id of the program, or of the list beside them.</param>
/// <param name="After">Position in the list of the last item already seen.</param>
public sealed record ExportPart(ExportQuery Query, string List, string? After);

/// <summary>The caller's mistake, said so that they can mend it.</summary>
public sealed class ExportQueryException(string message) : Exception(message);
