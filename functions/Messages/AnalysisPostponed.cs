namespace CxFunctions.Messages;

/// <summary>
/// Queue <c>analysis-retries</c>: the service was out of reach. Holds no words: they are read again, masked, from the stored answer; dropped where
/// that was erased meanwhile.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="Ref">The stored answer.</param>
/// <param name="Revision">Of the answer.</param>
/// <param name="Attempt">Tries so far, at least 1.</param>
/// <param name="Since">When the first try failed, UTC.</param>
public sealed record AnalysisPostponed(int Version, ResponseRef Ref, int Revision, int Attempt, DateTimeOffset Since)
{
    public const int CurrentVersion = 1;
}
