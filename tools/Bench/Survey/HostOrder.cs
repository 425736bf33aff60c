namespace CxFunctions.Bench.Survey;

/// <summary>How the host that is measured shall run; told to its process in a file.</summary>
/// <param name="DataFolder">Where it keeps its state.</param>
/// <param name="Storage">Connection string.</param>
/// <param name="Settings">The app's, beyond those of every local host.</param>
/// <param name="ChildWorker">Whether the app runs in a process of its own, as in Azure.</param>
/// <param name="AppFolder">A published app; the one beside this program where null.</param>
internal sealed record HostOrder(string DataFolder, string Storage, IReadOnlyDictionary<string, string> Settings, bool ChildWorker, string? AppFolder);
