using Azure;

namespace CxFunctions.Foundation;

/// <summary>
/// Read, judge, write under the ETag that was read: what every store does whose rows have more than one writer. Who comes second reads and judges
/// anew after a pause, random so that many do not meet again, and not for ever: a row that nobody can write is a failure to be told.
/// </summary>
internal static class ContendedWrite
{
    /// <summary>Enough for dozens who want one row at once; with their pauses a few seconds.</summary>
    public const int MostTries = 20;

    // Real time, whatever clock the product lives by: it is storage that takes it.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <param name="tryOnce">Reads, judges and writes; called again from the start where somebody else wrote in between.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RequestFailedException">The last refusal, after <see cref="MostTries"/>; any other at once, a missing table among them.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> tryOnce, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await tryOnce();
            }
            catch (RequestFailedException e) when (tries < MostTries && IsOvertaken(e))
            {
                await Task.Delay(PauseAfter(tries, Random.Shared.NextDouble()), cancellationToken);
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(Func<Task> tryOnce, CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await tryOnce();
            return true;
        },
        cancellationToken);

    /// <summary>
    /// Whether somebody else wrote (412), added (409) or erased (404) the row meanwhile. A table that is missing or being deleted has the same
    /// numbers and another code.
    /// </summary>
    public static bool IsOvertaken(RequestFailedException e) =>
        (e.Status, e.ErrorCode) is (412, _) or (409, "EntityAlreadyExists") or (404, "ResourceNotFound" or "EntityNotFound");

    /// <param name="tries">Made so far, at least 1.</param>
    /// <param name="chance">0 inclusive to 1 exclusive.</param>
    internal static TimeSpan PauseAfter(int tries, double chance)
    {
        var most = FirstPause * Math.Pow(2, Math.Min(tries - 1, 10));
        return chance * (most < LongestPause ? most : LongestPause);
    }
}
