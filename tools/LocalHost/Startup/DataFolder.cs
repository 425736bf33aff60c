using System.Globalization;

namespace CxFunctions.LocalHost;

/// <summary>The folder that holds all state of one LocalHost, and the lock that keeps a second one out.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <exception cref="LocalHostException">Another LocalHost uses this folder.</exception>
    public static DataFolder Open(string path)
    {
        var full = Directory.CreateDirectory(path).FullName;
        var owner = System.IO.Path.Combine(full, "host.pid");
        try
        {
            var held = new FileStream(System.IO.Path.Combine(full, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(full, held);
        }
        catch (IOException) when (File.Exists(owner))
        {
            throw new LocalHostException(
                $"Another LocalHost (process {File.ReadAllText(owner)}) uses the data folder {full}. Stop it first, or give this one its own with --data DIR.");
        }
    }

    /// <summary>Removes everything in it but what is named.</summary>
    public void Clear(params IReadOnlyCollection<string> but)
    {
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().Where(entry => entry.Name is not ("host.lock" or "host.pid") && !but.Contains(entry.Name)))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _lock.Dispose();
}
