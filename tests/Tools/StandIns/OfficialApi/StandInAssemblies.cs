using System.Reflection;

namespace CxFunctions.Tests.Tools.StandIns.OfficialApi;

/// <summary>The stand-ins as built, and how to read an assembly without running it.</summary>
internal static class StandInAssemblies
{
    /// <summary>One name for each folder of tools/StandIns that holds a project, written down by the build.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", "stand-ins.txt")).Where(line => line.Length > 0).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    /// <summary>The public lines of an assembly that none of the given lines allows.</summary>
    public static string[] Beyond(string assemblyPath, IReadOnlySet<string> allowed)
    {
        using var context = new MetadataLoadContext(new PathAssemblyResolver(Readable(assemblyPath)));
        return [.. PublicSurface.Of(context.LoadFromAssemblyPath(assemblyPath)).Where(line => !allowed.Contains(line))];
    }

    private static IEnumerable<string> Readable(string assemblyPath)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!;
        return new[] { Path.GetDirectoryName(assemblyPath)!, AppContext.BaseDirectory, web, runtime }
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .Prepend(assemblyPath)
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase);
    }
}
