using System.Globalization;
using System.Text.Json.Nodes;

namespace CxFunctions.Bench.Morning;

/// <summary>A morning that comes soon: an opening some minutes from now, in a zone where it is noon, so that no midnight is near.</summary>
/// <param name="Opening">UTC, a whole second.</param>
/// <param name="Spread">The program's window after it.</param>
internal sealed record MorningHours(DateTimeOffset Opening, TimeSpan Spread)
{
    private int Offset => 12 - Opening.UtcDateTime.Hour;

    /// <summary>Zones of this family count the other way round: Etc/GMT-5 is five hours ahead.</summary>
    public string Zone => Offset == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(Offset > 0 ? "-" : "+")}{Math.Abs(Offset)}");

    public DateTimeOffset End => Opening + Spread;

    public static MorningHours In(TimeSpan lead, TimeSpan spread) =>
        new(DateTimeOffset.FromUnixTimeSeconds((DateTimeOffset.UtcNow + lead).ToUnixTimeSeconds()), spread);

    public void WriteTo(JsonNode program)
    {
        var local = Opening.UtcDateTime.AddHours(Offset);
        program["wakingHours"] = new JsonObject
        {
            ["from"] = local.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["to"] = local.AddHours(6).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["spread"] = System.Xml.XmlConvert.ToString(Spread),
        };
    }
}
