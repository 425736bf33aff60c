using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace CxFunctions.Foundation;

/// <summary>Durations as ISO 8601 (<c>PT20H</c>, <c>P2D</c>), the form people write in program files and the API speaks.</summary>
public sealed class IsoDurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        try
        {
            return XmlConvert.ToTimeSpan(text!);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentNullException)
        {
            throw new JsonException($"'{text}' is not an ISO 8601 duration such as PT15M, PT20H or P2D.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(XmlConvert.ToString(value));
}
