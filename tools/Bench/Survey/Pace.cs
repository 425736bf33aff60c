using System.Diagnostics;

namespace CxFunctions.Bench.Survey;

/// <summary>Begins one piece of work after the other, whether or not those before have ended.</summary>
internal static class Pace
{
    /// <param name="items">What to do something with.</param>
    /// <param name="perSecond">How many to begin a second; null for all at once.</param>
    /// <param name="work">What to do.</param>
    /// <param name="cancellation">Begins no more.</param>
    /// <returns>How many failed, once all have ended.</returns>
    public static async Task<int> RunAsync<T>(IReadOnlyList<T> items, double? perSecond, Func<T, Task> work, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var begun = new List<Task>();
        foreach (var item in items)
        {
            if (perSecond is { } rate && TimeSpan.FromSeconds(begun.Count / rate) - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, cancellation);
            }
            begun.Add(work(item));
        }
        var failed = 0;
        foreach (var one in begun)
        {
            try
            {
                await one;
            }
            catch (Exception failure) when (failure is HttpRequestException or TimeoutException or FormatException)
            {
                failed++;
                Console.Error.WriteLine(failure.Message);
            }
        }
        return failed;
    }
}
