namespace CxFunctions.Rollups;

/// <summary>How a program's rollups stand.</summary>
/// <param name="Program">Program id.</param>
/// <param name="Zone">IANA name of the time zone whose hours, days and months they are.</param>
/// <param name="Stage">How far they are after a change of that zone.</param>
/// <param name="Mark">Another whenever any of them may have changed.</param>
public sealed record RollupState(string Program, string Zone, RecountStage Stage, string Mark);

/// <summary>The steps of counting a program anew; each is done whole before the next begins, and again from its beginning after a crash.</summary>
public enum RecountStage
{
    /// <summary>What other zones left is deleted, and every hour that has facts is marked.</summary>
    Marking,

    /// <summary>The marked hours are counted, the newest month first: older times may be incomplete.</summary>
    Counting,

    Done,
}
