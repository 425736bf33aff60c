using System.Text.Json.Nodes;
using CxFunctions.LocalHost;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>The sample programs in a folder of a test's own, with something changed.</summary>
internal sealed class Programs : IDisposable
{
    private static readonly Lazy<string> Punctual = new(WritePunctual);
    private readonly string _folder = Directory.CreateTempSubdirectory("cx-programs-").FullName;

    /// <param name="file">For instance retail.json.</param>
    /// <param name="change">Changes the program.</param>
    public static Programs Changed(string file, Action<JsonNode> change)
    {
        var programs = new Programs();
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs"), "*.json"))
        {
            var program = ReadPunctual(path);
            if (Path.GetFileName(path) == file)
            {
                change(program);
            }
            File.WriteAllText(Path.Combine(programs._folder, Path.GetFileName(path)), program.ToJsonString());
        }
        return programs;
    }

    /// <summary>The sample programs, but all that waited for the morning goes out at its opening: tests count to the second.</summary>
    public static string PunctualFolder => Punctual.Value;

    /// <summary>Changes one of them once more; a host sees it when it begins anew.</summary>
    public void Change(string file, Action<JsonNode> change)
    {
        var path = Path.Combine(_folder, file);
        var program = JsonNode.Parse(File.ReadAllText(path))!;
        change(program);
        File.WriteAllText(path, program.ToJsonString());
    }

    /// <summary>Points a host at them.</summary>
    public LocalHostOptions Use(LocalHostOptions options) =>
        options with { Settings = new Dictionary<string, string>(options.Settings) { ["Cx__Programs"] = _folder } };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string WritePunctual()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Catalog/Punctual")).FullName;
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs"), "*.json"))
        {
            // Two runs at once write the same, and neither reads half a file.
            var written = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(written, ReadPunctual(path).ToJsonString());
            File.Move(written, Path.Combine(folder, Path.GetFileName(path)), overwrite: true);
        }
        return folder;
    }

    private static JsonNode ReadPunctual(string path)
    {
        var program = JsonNode.Parse(File.ReadAllText(path))!;
        program["wakingHours"]!.AsObject().Remove("spread");
        return program;
    }
}
