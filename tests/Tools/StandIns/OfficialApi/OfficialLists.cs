namespace CxFunctions.Tests.Tools.StandIns.OfficialApi;

/// <summary>The official lines that a stand-in may offer, by its assembly's name.</summary>
internal static class OfficialLists
{
    // An assembly of ours may stand for several official ones; to the app only a type's full name counts.
    private static readonly Dictionary<string, string[]> Unions = new()
    {
        ["Azure.AI.TextAnalytics"] = ["Azure.AI.TextAnalytics", "Azure.AI.TextAnalytics.Pii"],
    };

    public static HashSet<string> For(string assembly) =>
        new(Unions.GetValueOrDefault(assembly, [assembly]).SelectMany(Read), StringComparer.Ordinal);

    public static IEnumerable<string> Read(string list) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", "Lists", list + ".txt"));
}
