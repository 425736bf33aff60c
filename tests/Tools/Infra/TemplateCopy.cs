namespace CxFunctions.Tests.Tools.Infra;

/// <summary>A copy of infra/ that may be altered and compiled into; gone afterwards.</summary>
internal sealed class TemplateCopy : IDisposable
{
    private static readonly string Original = RepositoryRoot.Of("infra");

    public TemplateCopy()
    {
        foreach (var file in Files("*.bicep").Concat(Files("*.bicepparam")).Append("bicepconfig.json"))
        {
            var to = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(Original, file), to);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("infra-").FullName;

    /// <summary>The files of infra/, by their paths in it.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Original, pattern, SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Original, path)).Order(StringComparer.Ordinal);

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public void Alter(string file, string text, string by)
    {
        var path = Path.Combine(Folder, file);
        var parts = File.ReadAllText(path).Split(text);
        Assert.True(parts.Length == 2, $"{file} holds \"{text}\" {parts.Length - 1} times.");
        File.WriteAllText(path, string.Join(by, parts));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
