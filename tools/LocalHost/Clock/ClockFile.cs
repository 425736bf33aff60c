using System.Globalization;

namespace CxFunctions.LocalHost.Clock;

/// <summary>
/// The virtual time in the data folder. What is written while the clock runs lies ahead of it, so that after a
/// <c>kill -9</c> no time is read that anyone has seen already; a clean stop writes the time itself.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class ClockFile(string path)
{
    /// <summary>The time kept, or null when there is none.</summary>
    public DateTimeOffset? Read() =>
        File.Exists(path) && DateTimeOffset.TryParse(
            File.ReadAllText(path), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;

    /// <summary>Keeps a time.</summary>
    /// <param name="time">The virtual time.</param>
    public void Write(DateTimeOffset time)
    {
        File.WriteAllText(path + ".new", time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Keeps a running clock until cancelled, then writes its last time.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="speed">Virtual seconds per real second.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Done when the last time is written.</returns>
    public Task KeepAsync(TimeProvider clock, double speed, CancellationToken cancellation) =>
        // On a thread of its own: a busy thread pool would let the clock run past what is kept.
        Task.Factory.StartNew(() => Keep(clock, speed, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Keep(TimeProvider clock, double speed, CancellationToken cancellation)
    {
        // The faster the clock, the further ahead of it the file lies, and the more a killed host loses; so the oftener it is written.
        var interval = TimeSpan.FromMilliseconds(speed > 1 ? 200 : 1000);
        do
        {
            Write(clock.GetUtcNow() + (interval * speed * 3));
        }
        while (!cancellation.WaitHandle.WaitOne(interval));
        Write(clock.GetUtcNow());
    }
}
