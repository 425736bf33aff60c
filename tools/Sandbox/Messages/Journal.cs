using System.Text;
using System.Text.Json;

namespace CxFunctions.Sandbox.Messages;

/// <summary>
/// Append-only JSON lines in <c>sandbox.jsonl</c>. A line is handed to the operating system before the answer goes out,
/// so a killed process loses nothing that it acknowledged. Without a folder it forgets.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream? _file;

    public Journal(string? folder)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "sandbox.jsonl");
        Recovered = Recover(path);
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>What an earlier process wrote, in order; empty once everyone has read it.</summary>
    public IReadOnlyList<JournalEntry> Recovered { get; private set; } = [];

    /// <summary>Lets go of what was read at the start, which may be a lot.</summary>
    public void ReleaseRecovered() => Recovered = [];

    public void Append(JournalEntry entry)
    {
        if (_file is null)
        {
            return;
        }

        var line = JsonSerializer.SerializeToUtf8Bytes(entry, SandboxJson.Options);
        lock (_lock)
        {
            _file.Write([.. line, (byte)'\n']);
            _file.Flush();
        }
    }

    public void Dispose() => _file?.Dispose();

    private static List<JournalEntry> Recover(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var bytes = File.ReadAllBytes(path);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (whole < bytes.Length)
        {
            // The process died while writing the last line: nobody was told of it, so it never happened.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
            file.SetLength(whole);
        }

        return [.. Encoding.UTF8.GetString(bytes, 0, whole)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JournalEntry>(line, SandboxJson.Options)!)];
    }
}
