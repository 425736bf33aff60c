using System.Text.Json.Nodes;
using CxFunctions.LocalHost;

namespace CxFunctions.Bench.Survey;

/// <summary>The retail program, and one that expires as soon as a program may, both changed to ask at once at any hour of the day.</summary>
internal static class BenchPrograms
{
    public const string Retail = "retail";
    public const string Brief = "retail-brief";
    public const string Touchpoint = "purchase";

    /// <summary>How long after its transaction a survey of the brief program expires.</summary>
    public static readonly TimeSpan BriefLife = TimeSpan.FromHours(1);

    /// <summary>Writes the program files into the folder.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "functions", "Catalog", "Programs", $"{Retail}.json"));
        foreach (var id in (string[])[Retail, Brief])
        {
            var program = JsonNode.Parse(text)!;
            program["id"] = id;
            program["wakingHours"] = new JsonObject { ["from"] = "00:00:00", ["to"] = "23:59:59.9999999" };
            foreach (var touchpoint in program["touchpoints"]!.AsArray())
            {
                touchpoint!["delay"] = "PT0S";
                if (id == Brief)
                {
                    // A reminder would come later than the end.
                    touchpoint["reminderAfter"] = null;
                }
            }
            if (id == Brief)
            {
                program["expiresAfter"] = "PT1H";
            }
            File.WriteAllText(Path.Combine(folder, $"{id}.json"), program.ToJsonString());
        }
    }
}
