using System.Diagnostics;

namespace CxFunctions.Tests.RealTime;

/// <summary>Waiting in real time, on a machine that has other things to do.</summary>
internal static class Patience
{
    // Whoever looks more often keeps the machine from doing what is waited for.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    /// <summary>Looks again and again until it is so.</summary>
    /// <param name="what">What is waited for, for the reader of a failure.</param>
    /// <param name="happened">Looks.</param>
    /// <param name="within">A minute, when null.</param>
    public static async Task UntilAsync(string what, Func<Task<bool>> happened, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await happened())
        {
            Assert.True(watch.Elapsed < (within ?? Usual), $"Not within {within ?? Usual}: {what}.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a moment of the wall clock; not at all where it is over.</summary>
    public static Task UntilAsync(DateTimeOffset moment) =>
        moment - DateTimeOffset.UtcNow is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, TestContext.Current.CancellationToken) : Task.CompletedTask;
}
