using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Writes and reads a <see cref="TableEntity"/>, whose types are told by its values and by the type marks.</summary>
internal static class DynamicRow
{
    private const string Mark = "@odata.type";

    public static void Write(TableEntity entity, Utf8JsonWriter writer)
    {
        foreach (var (name, value) in entity.Values)
        {
            if (value is null || name is TableEntity.ETagName or TableEntity.TimestampName)
            {
                continue;
            }
            switch (value)
            {
                case string text: Write(writer, name, text); break;
                case int number: Write(writer, name, number); break;
                case long number: Write(writer, name, number); break;
                case double number: Write(writer, name, number); break;
                case bool flag: Write(writer, name, flag); break;
                case DateTimeOffset time: Write(writer, name, time); break;
                case DateTime time: Write(writer, name, time); break;
                case Guid id: Write(writer, name, id); break;
                case byte[] bytes: Write(writer, name, bytes); break;
                case BinaryData data: Write(writer, name, data); break;
                case Enum: throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.");
                default: throw new NotSupportedException($"Not supported type {value.GetType()} of property {name}.");
            }
        }
    }

    public static TableEntity Read(ref Utf8JsonReader reader)
    {
        var entity = new TableEntity();
        Dictionary<string, string>? marks = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(Mark, StringComparison.Ordinal))
            {
                (marks ??= [])[name[..^Mark.Length]] = reader.GetString()!;
            }
            else if (name == TableEntity.ETagName || !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                var mark = name == TableEntity.TimestampName ? "Edm.DateTime" : marks?.GetValueOrDefault(name);
                entity.Load(name, ReadValue(ref reader, mark));
            }
        }
        return entity;
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, T value)
    {
        var codec = EdmCodecs.Of<T>();
        if (codec.Type is not null)
        {
            writer.WriteString(name + Mark, codec.Type);
        }
        codec.Write(writer, JsonEncodedText.Encode(name, writer.Options.Encoder), value);
    }

    private static object? ReadValue(ref Utf8JsonReader reader, string? mark) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => mark switch
        {
            "Edm.Int64" => EdmCodecs.Of<long>().Read(ref reader),
            "Edm.Double" => EdmCodecs.Of<double>().Read(ref reader),
            "Edm.DateTime" => EdmCodecs.Of<DateTimeOffset>().Read(ref reader),
            "Edm.Guid" => reader.GetGuid(),
            "Edm.Binary" => reader.GetBytesFromBase64(),
            _ when reader.TokenType == JsonTokenType.String => reader.GetString(),
            _ when reader.TryGetInt32(out var number) => number,
            _ when reader.TryGetInt64(out var number) => number,
            _ => reader.GetDouble(),
        },
    };
}
