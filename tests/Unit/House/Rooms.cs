using System.Text.RegularExpressions;
using CxFunctions.Tests.Unit.Infra;

namespace CxFunctions.Tests.Unit.House;

/// <summary>The slices of <c>functions/</c> and what their files name of each other, read from the source.</summary>
internal sealed partial class Rooms
{
    private const string Root = "CxFunctions";
    private static readonly string App = Path.Combine(Path.GetDirectoryName(Template.Root)!, "functions");

    private Rooms(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> named) => Named = named;

    /// <summary>By slice: each other slice that it names, with one file that does.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Named { get; }

    /// <param name="files">Paths below the app's folder, with slashes, and their text.</param>
    public static Rooms Of(IEnumerable<(string Path, string Text)> files)
    {
        var named = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var slice in files.Where(file => file.Path.Contains('/', StringComparison.Ordinal)).GroupBy(file => file.Path.Split('/')[0]))
        {
            var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (path, text) in slice.OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                foreach (var other in NamedIn(text).Where(other => other != slice.Key))
                {
                    others.TryAdd(other, path);
                }
            }
            named[slice.Key] = others;
        }
        return new Rooms(named);
    }

    public static Rooms OfTheApp() => Of(FilesOfTheApp());

    /// <summary>C# files whose namespace is not that of their folder, with it.</summary>
    public static IEnumerable<string> Misplaced() =>
        from file in FilesOfTheApp()
        where file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Path.Contains('/', StringComparison.Ordinal)
        let declared = Declaration().Match(file.Text).Groups[1].Value
        where declared.StartsWith(Root, StringComparison.Ordinal) && declared != $"{Root}.{Path.GetDirectoryName(file.Path)!.Replace(Path.DirectorySeparatorChar, '.')}"
        select $"{file.Path} is in {declared}";

    /// <summary>A way from a slice back to itself; null where there is none.</summary>
    public IReadOnlyList<string>? FindCircle()
    {
        var done = new HashSet<string>();
        foreach (var slice in Named.Keys)
        {
            if (Walk(slice, [], done) is { } circle)
            {
                return circle;
            }
        }
        return null;
    }

    private List<string>? Walk(string slice, List<string> way, HashSet<string> done)
    {
        if (way.Contains(slice))
        {
            return [.. way.SkipWhile(s => s != slice), slice];
        }
        if (!done.Contains(slice) && Named.TryGetValue(slice, out var others))
        {
            foreach (var other in others.Keys)
            {
                if (Walk(other, [.. way, slice], done) is { } circle)
                {
                    return circle;
                }
            }
        }
        done.Add(slice);
        return null;
    }

    private static IEnumerable<(string Path, string Text)> FilesOfTheApp() =>
        from full in Directory.EnumerateFiles(App, "*", SearchOption.AllDirectories)
        where Path.GetExtension(full) is ".cs" or ".razor"
        let path = Path.GetRelativePath(App, full).Replace(Path.DirectorySeparatorChar, '/')
        where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
        select (path, File.ReadAllText(full));

    // Not only usings: a name can be written out, and a comment that names a slice knows of it too.
    private static IEnumerable<string> NamedIn(string text) => Name().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex($@"\b{Root}\.(\w+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
