using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Rows to and from the service's JSON, over spans.</summary>
internal static class EntityJson
{
    // Text stays UTF-8: escaping every letter beyond ASCII would double the size of what most of the world writes.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteStartObject();
        if (entity is TableEntity row)
        {
            DynamicRow.Write(row, writer);
        }
        else
        {
            EntityPlan.Of(entity.GetType()).Write(entity, writer);
        }
        writer.WriteEndObject();
        writer.Flush();
    }

    public static T Read<T>(ReadOnlySpan<byte> json) where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read<T>(ref reader);
    }

    /// <summary>The rows of <c>{"value":[…]}</c>.</summary>
    public static List<T> ReadPage<T>(ReadOnlySpan<byte> json) where T : class, ITableEntity
    {
        var rows = new List<T>();
        var reader = new Utf8JsonReader(json);
        MoveToValue(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            rows.Add(Read<T>(ref reader));
        }
        return rows;
    }

    public static void MoveToValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (found)
            {
                return;
            }
            reader.Skip();
        }
        throw new JsonException("The answer holds no value.");
    }

    private static T Read<T>(ref Utf8JsonReader reader) where T : class, ITableEntity => typeof(T) == typeof(TableEntity)
        ? (T)(ITableEntity)DynamicRow.Read(ref reader)
        : (T)EntityPlan.Of(typeof(T)).Read(ref reader);
}
