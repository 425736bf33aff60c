using System.Diagnostics;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.LocalHost.Demo;

/// <summary>Waits until what has happened is counted: no message on a queue, no hour that must be computed anew.</summary>
internal sealed class Settling(DemoWorld world)
{
    /// <summary>Real time; longer than any message stays invisible after a failure on a fast clock.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Gives up after a minute: then the invariants will say what is missing.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var quiet = 0;
        while (quiet < 3 && Stopwatch.GetElapsedTime(began) < Longest)
        {
            await Task.Delay(Look, cancellationToken);
            quiet = await IsQuietAsync(cancellationToken) ? quiet + 1 : 0;
        }
    }

    private async Task<bool> IsQuietAsync(CancellationToken cancellationToken)
    {
        foreach (var name in QueueNames.All)
        {
            if ((await world.Queues.GetQueueClient(name).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount > 0)
            {
                return false;
            }
        }
        await foreach (var _ in world.Tables.GetTableClient(TableNames.DirtyHours).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken))
        {
            return false;
        }
        return true;
    }
}
