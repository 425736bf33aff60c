using System.Globalization;

namespace CxFunctions.Sandbox.Messages;

/// <summary>Which messages are asked for. Empty parts do not restrict.</summary>
internal sealed record MessageQuery
{
    public string? To { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>out (default), in, or all.</summary>
    public string Direction { get; init; } = MessageDirections.Out;

    /// <summary>Only messages after this sequence number.</summary>
    public long AfterSequence { get; init; }

    /// <summary>Only messages after this time.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>At most so many, the oldest first; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Reads the query string; null with a sentence where it makes no sense.</summary>
    public static MessageQuery? Parse(IQueryCollection query, out string? problem)
    {
        problem = null;
        var result = new MessageQuery
        {
            // A bare "+" in a query string is a blank by the rules of forms; a number can't begin with one.
            To = query["to"].ToString() is { Length: > 0 } to ? to.Replace(' ', '+') : null,
            Kinds = query["kind"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Direction = query["direction"].ToString() is { Length: > 0 } direction ? direction : MessageDirections.Out,
        };

        var since = query["since"].ToString().Replace(' ', '+');
        if (long.TryParse(since, CultureInfo.InvariantCulture, out var sequence))
        {
            result = result with { AfterSequence = sequence };
        }
        else if (DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            result = result with { After = time };
        }
        else if (since.Length > 0)
        {
            problem = "since must be a time (ISO 8601) or a sequence number.";
            return null;
        }

        return int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var limit) ? result with { Limit = limit } : result;
    }

    public bool Matches(Message message) =>
        (To is null || string.Equals(message.To, To, StringComparison.OrdinalIgnoreCase))
        && (Kinds.Count == 0 || Kinds.Contains(message.Kind))
        && (Direction == "all" || message.Direction == Direction)
        && (After is null || message.At > After);
}
