using System.Text.Json.Nodes;

namespace CxFunctions.Tests.RealTime;

/// <summary>The sample program of a shop with times of seconds, so that a test sees a survey live and die.</summary>
internal static class QuickPrograms
{
    /// <summary>Asks at once and is answered in its own time: two days.</summary>
    public const string Lasting = "retail";

    /// <summary>The same, with a reminder after <see cref="ReminderAfter"/>.</summary>
    public const string Reminding = "reminding";

    /// <summary>Dies a minute after the transaction; who started has <see cref="Grace"/> more.</summary>
    public const string Dying = "dying";

    public const string Touchpoint = "purchase";

    public static readonly TimeSpan ReminderAfter = TimeSpan.FromSeconds(8);
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    /// <param name="folder">Where the files are put.</param>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        Write(folder, Lasting, _ => { });
        Write(folder, Reminding, program => At(program)["reminderAfter"] = Iso(ReminderAfter));
        Write(folder, Dying, program =>
        {
            (program["trial"], program["expiresAfter"], program["grace"]) = (true, Iso(Life), Iso(Grace));
        });
    }

    private static void Write(string folder, string id, Action<JsonNode> change)
    {
        var program = JsonNode.Parse(File.ReadAllText(Path.Combine(PublishedApp.Programs, Lasting + ".json")))!;
        program["id"] = id;
        program["quarantine"] = "P0D";
        program["wakingHours"] = new JsonObject { ["from"] = "00:00:00", ["to"] = "23:59:59" };
        foreach (var touchpoint in program["touchpoints"]!.AsArray())
        {
            touchpoint!["delay"] = "PT0S";
            touchpoint.AsObject().Remove("reminderAfter");
        }
        change(program);
        File.WriteAllText(Path.Combine(folder, id + ".json"), program.ToJsonString());
    }

    private static JsonNode At(JsonNode program) => program["touchpoints"]!.AsArray().First(t => (string?)t!["id"] == Touchpoint)!;

    private static string Iso(TimeSpan time) => System.Xml.XmlConvert.ToString(time);
}
