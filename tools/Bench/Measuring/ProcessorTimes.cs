using System.Diagnostics;
using System.Globalization;

namespace CxFunctions.Bench.Measuring;

/// <summary>Processor time since the start of the processes, milliseconds, to 10 ms.</summary>
/// <param name="Host">The host; with the worker inside it, both.</param>
/// <param name="Worker">The worker where it is a process of its own, and whatever else the host has started.</param>
/// <param name="Storage">The storage emulator.</param>
internal sealed record ProcessorTimes(double Host, double Worker, double Storage)
{
    public double Total => Host + Worker + Storage;

    /// <summary>Reads them as the kernel counts them; those of children from <c>/proc</c>.</summary>
    public static ProcessorTimes Read(int host, int storage) => new(Of(host), DescendantsOf(host).Sum(Of), Of(storage));

    public ProcessorTimes Plus(ProcessorTimes other, double times = 1) =>
        new(Host + (times * other.Host), Worker + (times * other.Worker), Storage + (times * other.Storage));

    private static double Of(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.TotalProcessorTime.TotalMilliseconds;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static IEnumerable<int> DescendantsOf(int pid)
    {
        var parents = Directory.Exists("/proc") ? Directory.GetDirectories("/proc").Select(ParentOf).OfType<(int Pid, int Parent)>().ToLookup(p => p.Parent, p => p.Pid) : null;
        return parents is null ? [] : Below(pid);

        IEnumerable<int> Below(int parent) => parents[parent].SelectMany(child => Below(child).Prepend(child));
    }

    // The name before the state may hold blanks and brackets of its own.
    private static (int Pid, int Parent)? ParentOf(string folder)
    {
        try
        {
            return int.TryParse(Path.GetFileName(folder), out var pid)
                && File.ReadAllText(Path.Combine(folder, "stat")) is var stat
                ? (pid, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
