namespace CxFunctions.CrmSimulator.Managers;

/// <summary>What the manager does about a case, and when; null for never.</summary>
/// <param name="AcknowledgeAt">Picks it up.</param>
/// <param name="ResolveAt">Closes it.</param>
public sealed record Diligence(DateTimeOffset? AcknowledgeAt, DateTimeOffset? ResolveAt)
{
    /// <param name="token">Of the case's link.</param>
    /// <param name="toldAt">When the manager was told.</param>
    /// <param name="seed">Of the run.</param>
    public static Diligence Of(string token, DateTimeOffset toldAt, int seed)
    {
        var chance = Chance.Of(seed, "diligence", token);
        var mood = chance.Next();
        var soon = toldAt + chance.Between(TimeSpan.FromMinutes(10), TimeSpan.FromHours(3));
        return mood switch
        {
            < 0.60 => new(soon, soon + chance.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(9))),
            < 0.72 => new(soon, null),
            < 0.84 => new(null, toldAt + chance.Between(TimeSpan.FromHours(5), TimeSpan.FromHours(12))),
            _ => new(null, null),
        };
    }
}
