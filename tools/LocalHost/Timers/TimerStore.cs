using System.Text.Json;

namespace CxFunctions.LocalHost.Timers;

/// <summary>Last and next runs of the timers, in one file.</summary>
internal sealed class TimerStore(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly Lock _lock = new();
    private Dictionary<string, Entry>? _entries;

    /// <summary>A timer's last and next run, with the schedule they were counted by.</summary>
    internal sealed record Entry(string Schedule, TimerStatus Status);

    public IReadOnlyDictionary<string, Entry> All
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, Entry>(Entries);
            }
        }
    }

    private Dictionary<string, Entry> Entries => _entries ??= File.Exists(path)
        ? JsonSerializer.Deserialize<Dictionary<string, Entry>>(File.ReadAllText(path), Json) ?? []
        : [];

    public Entry? Find(string function)
    {
        lock (_lock)
        {
            return Entries.GetValueOrDefault(function);
        }
    }

    public void Write(string function, Entry entry)
    {
        lock (_lock)
        {
            Entries[function] = entry;
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(Entries, Json));
            File.Move(path + ".new", path, overwrite: true);
        }
    }
}
