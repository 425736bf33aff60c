using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Dashboard.Exports;

/// <summary>How a CSV is written: what reads it decides.</summary>
/// <param name="Separator">Between cells; spreadsheets expect a semicolon where the comma is the decimal sign.</param>
/// <param name="WithMark">Whether it begins with a byte order mark, without which spreadsheets take accents for another encoding, and with which some programs stumble.</param>
/// <param name="Zone">In which times are written; null: buckets of rollups in their program's, all else in UTC.</param>
public sealed record CsvForm(string Separator, bool WithMark, TimeZoneInfo? Zone)
{
    private static readonly Dictionary<string, string> Separators = new(StringComparer.Ordinal) { ["comma"] = ",", ["semicolon"] = ";", ["tab"] = "\t" };

    /// <summary>RFC 4180, UTF-8 with its mark.</summary>
    public static CsvForm Default { get; } = new(",", WithMark: true, Zone: null);

    /// <exception cref="ExportQueryException">A parameter is wrong; the message says which and what is allowed.</exception>
    public static CsvForm Of(IQueryCollection query) => new(
        query["separator"].ToString() is not { Length: > 0 } separator ? Default.Separator
            : Separators.GetValueOrDefault(separator) ?? throw new ExportQueryException($"separator: {string.Join(", ", Separators.Keys)}."),
        query["bom"].ToString() switch { "" or "true" => true, "false" => false, _ => throw new ExportQueryException("bom: true or false.") },
        query["zone"].ToString() is not { Length: > 0 } zone ? Default.Zone
            : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found
            : throw new ExportQueryException("zone: an IANA time zone, for instance America/Lima."));

    /// <summary>ISO 8601, to the second, with its offset; Z in UTC.</summary>
    public string Write(DateTimeOffset at) => Write(new ProgramTime(at, TimeZoneInfo.Utc));

    public string Write(ProgramTime time)
    {
        var zone = Zone ?? time.Zone;
        var local = TimeZoneInfo.ConvertTime(time.At, zone);
        return local.ToString(zone == TimeZoneInfo.Utc ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}

/// <summary>An instant that means something in one zone only: the beginning of an hour, a day, a month.</summary>
public readonly record struct ProgramTime(DateTimeOffset At, TimeZoneInfo Zone);
