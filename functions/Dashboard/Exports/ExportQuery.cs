using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CxFunctions.Catalog;
using CxFunctions.Rollups;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Dashboard.Exports;

/// <summary>What an analyst asks of an export.</summary>
public sealed record ExportQuery
{
    public const int MostItems = 1000;

    public required SurveyProgram Program { get; init; }

    public required string? Touchpoint { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Value by dimension, where asked for: declared dimensions and "channel".</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    public required bool Csv { get; init; }

    public required int Limit { get; init; }

    /// <summary>Position of the last item already seen.</summary>
    public required string? After { get; init; }

    /// <exception cref="ExportQueryException">A parameter is missing or wrong; the message says which and what is allowed.</exception>
    public static ExportQuery Of(IQueryCollection query, ProgramCatalog catalog, DateTimeOffset now, TimeSpan back)
    {
        var program = catalog.Find(query["program"].ToString())
            ?? throw new ExportQueryException($"program: name one of {string.Join(", ", catalog.All.Select(p => p.Id))}.");
        var touchpoint = query["touchpoint"].ToString() is { Length: > 0 } asked ? asked : null;
        if (touchpoint is not null && program.FindTouchpoint(touchpoint) is null)
        {
            throw new ExportQueryException($"touchpoint: name one of {string.Join(", ", program.Touchpoints.Select(t => t.Id))}, or leave it out for all.");
        }
        var to = Instant(query, "to") ?? now;
        var from = Instant(query, "from") ?? to - back;
        if (from >= to)
        {
            throw new ExportQueryException("from: must lie before to.");
        }
        return new ExportQuery
        {
            Program = program,
            Touchpoint = touchpoint,
            From = from,
            To = to,
            Dimensions = program.Dimensions.Append(RollupKey.Channel).Where(query.ContainsKey).ToDictionary(d => d, d => query[d].ToString()),
            Csv = query["format"].ToString() switch { "" or "json" => false, "csv" => true, _ => throw new ExportQueryException("format: json or csv.") },
            Limit = Number(query, "limit", 500),
            After = Position(query["continuation"].ToString()),
        };
    }

    public bool Holds(string touchpoint, Channel? channel, IReadOnlyDictionary<string, string> dimensions) =>
        (Touchpoint is null || Touchpoint == touchpoint)
        && Dimensions.All(d => d.Key == RollupKey.Channel
            ? string.Equals($"{channel}", d.Value, StringComparison.OrdinalIgnoreCase)
            : dimensions.TryGetValue(d.Key, out var value) && value == d.Value);

    /// <summary>The token under which the list goes on after the position.</summary>
    public static string Continuation(string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(position));

    private static string? Position(string token)
    {
        if (token.Length == 0)
        {
            return null;
        }
        if (!Base64Url.IsValid(token))
        {
            throw new ExportQueryException("continuation: use it as the last answer gave it.");
        }
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
    }

    private static DateTimeOffset? Instant(IQueryCollection query, string name)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is >= 2000 and < 3000
            ? at.ToUniversalTime()
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

/// <summary>The caller's mistake, said so that they can mend it.</summary>
public sealed class ExportQueryException(string message) : Exception(message);
