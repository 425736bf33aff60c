using System.Text.Json.Nodes;
using CxFunctions.LocalHost;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>The sample programs in a folder of a test's own, with something changed.</summary>
internal sealed class Programs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cx-programs-").FullName;

    /// <param name="file">For instance retail.json.</param>
    /// <param name="change">Changes the program.</param>
    public static Programs Changed(string file, Action<JsonNode> change)
    {
        var programs = new Programs();
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs"), "*.json"))
        {
            var program = JsonNode.Parse(File.ReadAllText(path))!;
            if (Path.GetFileName(path) == file)
            {
                change(program);
            }
            File.WriteAllText(Path.Combine(programs._folder, Path.GetFileName(path)), program.ToJsonString());
        }
        return programs;
    }

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
}
