using System.Reflection;
using System.Text.Json.Nodes;

namespace CxFunctions.Tests.RealTime;

/// <summary>The app as it is deployed: what <c>dotnet publish</c> made of it when this project was built.</summary>
internal static class PublishedApp
{
    private static readonly string Folder =
        typeof(PublishedApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PublishedApp").Value!;

    /// <summary>The program files that come with it.</summary>
    public static string Programs => Path.Combine(Folder, "Catalog/Programs");

    /// <summary>A copy of it in another folder.</summary>
    /// <param name="to">The folder, which is not there yet.</param>
    /// <param name="change">Changes its host.json.</param>
    public static void CopyTo(string to, Action<JsonNode> change)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var path = Path.Combine(to, "host.json");
        var hostJson = JsonNode.Parse(File.ReadAllText(path))!;
        change(hostJson);
        File.WriteAllText(path, hostJson.ToJsonString());
    }
}
