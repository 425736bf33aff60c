using Azure.Data.Tables;

namespace CxFunctions.Contacts.Suppressions;

/// <summary>
/// What is known of one contact or address. A stop and its withdrawal stand side by side, each with the time it was said, because they may
/// come twice and in any order: the later word counts, of two at one instant the stop.
/// </summary>
/// <param name="Origin">How stop was said last.</param>
/// <param name="SaidAt">When stop was said last, UTC; null where it never was.</param>
/// <param name="WithdrawnAt">When the contact last asked to be written to again, UTC.</param>
/// <param name="UnreachableSince">Since when the address is known not to exist, UTC; null where it may.</param>
internal sealed record Suppression(string? Origin = null, DateTimeOffset? SaidAt = null, DateTimeOffset? WithdrawnAt = null, DateTimeOffset? UnreachableSince = null)
{
    public bool IsStopped => SaidAt is { } said && !(WithdrawnAt > said);

    public bool IsUnreachable => UnreachableSince is not null;

    public Suppression Stopped(string origin, DateTimeOffset at) => SaidAt >= at ? this : this with { Origin = origin, SaidAt = at };

    public Suppression Withdrawn(DateTimeOffset at) => WithdrawnAt >= at ? this : this with { WithdrawnAt = at };

    public Suppression Unreachable(DateTimeOffset at) => UnreachableSince is null ? this with { UnreachableSince = at } : this;

    public static Suppression Of(TableEntity row) =>
        new(row.GetString("Origin"), row.GetDateTimeOffset("At"), row.GetDateTimeOffset("WithdrawnAt"), row.GetDateTimeOffset("UnreachableSince"));

    public void Write(TableEntity row)
    {
        Set(row, "Origin", Origin);
        Set(row, "At", SaidAt);
        Set(row, "WithdrawnAt", WithdrawnAt);
        Set(row, "UnreachableSince", UnreachableSince);
    }

    private static void Set(TableEntity row, string name, object? value)
    {
        if (value is null)
        {
            row.Remove(name);
        }
        else
        {
            row[name] = value;
        }
    }
}
