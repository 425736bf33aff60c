namespace CxFunctions.LocalHost.Demo.Players;

/// <summary>Does what is due, over and over, a few things at once; what fails stays due.</summary>
internal static class Player
{
    private const int AtOnce = 6;

    /// <summary>In real time, whatever the host's clock does.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <param name="due">What is due now; asked for anew at every look.</param>
    /// <param name="cancellationToken">Ends it; what is under way is given up.</param>
    public static async Task PlayAsync(Func<CancellationToken, Task<IReadOnlyList<Func<CancellationToken, Task>>>> due, CancellationToken cancellationToken)
    {
        using var looks = new PeriodicTimer(Look);
        do
        {
            try
            {
                await Parallel.ForEachAsync(
                    await due(cancellationToken),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                    static async (thing, cancellation) => await TryAsync(thing, cancellation));
            }
            catch (Exception e) when (IsTrouble(e, cancellationToken))
            {
                // The Sandbox is not there yet or no more; the next look will tell.
            }
        }
        while (await looks.WaitForNextTickAsync(cancellationToken));
    }

    private static async Task TryAsync(Func<CancellationToken, Task> thing, CancellationToken cancellationToken)
    {
        try
        {
            await thing(cancellationToken);
        }
        catch (Exception e) when (IsTrouble(e, cancellationToken))
        {
            // Stays due.
        }
    }

    private static bool IsTrouble(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
