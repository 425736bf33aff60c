namespace CxFunctions.Messages;

/// <summary>Queue <c>changed-rollups</c>: a day's scores were computed anew. Idempotent: the receiver reads the rollup itself.</summary>
/// <param name="Version">1.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="Day">The day, of the program's time zone.</param>
public sealed record RollupChanged(int Version, string Program, string Touchpoint, DateOnly Day)
{
    public const int CurrentVersion = 1;
}
