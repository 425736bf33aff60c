namespace CxFunctions.Cases;

/// <summary>Which opening of a case's page is a line of its own in the timeline. Pure.</summary>
public static class CaseOpeningRules
{
    /// <summary>What one and the same opens again within this time is the same opening.</summary>
    public static readonly TimeSpan Fold = TimeSpan.FromMinutes(15);

    /// <summary>After so many, one line a day stands for all: a link that is passed round must not fill the timeline.</summary>
    public const int MostLines = 200;

    private const string Many = "many";

    /// <returns>Null where the timeline has it already.</returns>
    public static CaseEvent? Line(IReadOnlyList<CaseEvent> timeline, CaseVisitor visitor, DateTimeOffset now)
    {
        var openings = timeline.Where(e => e.What == CaseEventKind.Opening).ToList();
        if (openings.Exists(e => e.Visitor == visitor.Key && now - e.At < Fold))
        {
            return null;
        }
        if (openings.Count < MostLines)
        {
            return new CaseEvent(now, CaseEventKind.Opening, visitor.Who, null, visitor.Key);
        }
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return openings.Exists(e => e.Visitor == Many && e.At == day) ? null : new CaseEvent(day, CaseEventKind.Opening, "many", "Opened again and again on this day (UTC).", Many);
    }
}
