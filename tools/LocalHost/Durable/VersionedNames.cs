using System.Collections.Concurrent;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// Code by name and version. An exact match wins; code without a version serves any version of its name as long as no
/// version of that name is registered.
/// </summary>
internal sealed class VersionedNames<T>(string kind)
    where T : class
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, T>> _byName = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string name, string version, T code)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var versions = _byName.GetOrAdd(name, _ => new(StringComparer.OrdinalIgnoreCase));
        if (!versions.TryAdd(version, code))
        {
            throw new ArgumentException($"An {kind} named '{name}'{(version.Length > 0 ? $" of version '{version}'" : "")} is already added.", nameof(name));
        }
    }

    public T? Find(string name, string? version)
    {
        if (!_byName.TryGetValue(name, out var versions))
        {
            return null;
        }

        return versions.TryGetValue(version ?? "", out var exact) ? exact
            : versions.Count == 1 && versions.TryGetValue("", out var any) ? any
            : null;
    }
}
