using System.Runtime.CompilerServices;

namespace CxFunctions.Foundation;

/// <summary>One sorted stream of several sorted ones, read side by side and no further than the caller reads.</summary>
public static class SortedMerge
{
    public static async IAsyncEnumerable<T> Of<T>(IEnumerable<IAsyncEnumerable<T>> sources, Func<T, string> key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = sources.Select(s => s.GetAsyncEnumerator(cancellationToken)).ToList();
        try
        {
            var started = await Task.WhenAll(open.Select(async s => (Source: s, Any: await s.MoveNextAsync())));
            var heads = new PriorityQueue<IAsyncEnumerator<T>, string>(StringComparer.Ordinal);
            heads.EnqueueRange(started.Where(s => s.Any).Select(s => (s.Source, key(s.Source.Current))));
            while (heads.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync())
                {
                    heads.Enqueue(next, key(next.Current));
                }
            }
        }
        finally
        {
            foreach (var source in open)
            {
                await source.DisposeAsync();
            }
        }
    }
}
