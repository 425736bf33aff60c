namespace CxFunctions.Tests.Contract.OfficialApi;

/// <summary>The official lines that a stand-in may offer, by its assembly's name.</summary>
internal static class OfficialLists
{
    // An assembly of ours may stand for several official ones; to the app only a type's full name counts.
    private static readonly Dictionary<string, string[]> Unions = new()
    {
        ["Azure.AI.TextAnalytics"] = ["Azure.AI.TextAnalytics", "Azure.AI.TextAnalytics.Pii"],
        ["Microsoft.Azure.Functions.Worker"] =
        [
            "Microsoft.Azure.Functions.Worker",
            "Microsoft.Azure.Functions.Worker.Core",
            "Microsoft.Azure.Functions.Worker.Extensions.Abstractions",
        ],
        ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] =
        [
            "Microsoft.Azure.Functions.Worker.Extensions.Http",
            "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        ],
    };

    public static HashSet<string> For(string assembly) =>
        new(Unions.GetValueOrDefault(assembly, [assembly]).SelectMany(Read), StringComparer.Ordinal);

    public static IEnumerable<string> Read(string list) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", "Lists", list + ".txt"));
}
