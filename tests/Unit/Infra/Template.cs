using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>Reads names out of the templates.</summary>
internal static class Template
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(TemplateNamesTests.Here(), "../../../infra"));

    /// <summary>Where the script and the templates are.</summary>
    public static string Root => Folder;

    /// <summary>Names of the templates, modules included.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string Text(string file) =>
        File.ReadAllText(File.Exists(Path.Combine(Folder, file)) ? Path.Combine(Folder, file) : Path.Combine(Folder, "modules", file));

    /// <summary>The strings of <c>var name = [ … ]</c>.</summary>
    public static IReadOnlyList<string> Array(string file, string name) =>
        [.. Regex.Matches(Block(Text(file), $@"var {name} = \[", ']'), "'([^']*)'").Select(m => m.Groups[1].Value)];

    /// <summary>The keys of <c>param name = { … }</c>.</summary>
    public static IReadOnlyList<string> Object(string file, string name) => Keys(Block(Text(file), $@"param {name} = \{{", '}'));

    /// <summary>The keys of the app settings.</summary>
    public static IReadOnlyList<string> AppSettings() => Keys(Block(Text("app.bicep"), @"properties: union\(\s*\{", '}', skip: "${"));

    private static IReadOnlyList<string> Keys(string block) =>
        [.. Regex.Matches(block, @"^\s*(\w+):", RegexOptions.Multiline).Select(m => m.Groups[1].Value)];

    private static string Block(string text, string start, char end, string? skip = null)
    {
        var opened = Regex.Match(text, start);
        Assert.True(opened.Success, $"The template has no {start}.");
        var from = opened.Index + opened.Length;
        var plain = skip is null ? text : Regex.Replace(text, @"\$\{[^}]*\}", m => new string(' ', m.Length));
        return text[from..plain.IndexOf(end, from)];
    }
}
