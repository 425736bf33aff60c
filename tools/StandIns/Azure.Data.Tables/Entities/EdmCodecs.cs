using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>The CLR types a property may have. Enums travel by name, 64-bit numbers as text, times in UTC to 100 ns.</summary>
internal static class EdmCodecs
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = new EdmCodec<string>(null, (w, n, v) => w.WriteString(n, v), (ref r) => r.GetString()!),
        [typeof(bool)] = new EdmCodec<bool>(null, (w, n, v) => w.WriteBoolean(n, v), (ref r) => r.GetBoolean()),
        [typeof(int)] = new EdmCodec<int>(null, (w, n, v) => w.WriteNumber(n, v), (ref r) => r.GetInt32()),
        [typeof(long)] = new EdmCodec<long>("Edm.Int64", WriteInt64, (ref r) => long.Parse(r.GetString()!, CultureInfo.InvariantCulture)),
        [typeof(double)] = new EdmCodec<double>("Edm.Double", WriteDouble, ReadDouble),
        [typeof(Guid)] = new EdmCodec<Guid>("Edm.Guid", (w, n, v) => w.WriteString(n, v), (ref r) => r.GetGuid()),
        [typeof(DateTime)] = new EdmCodec<DateTime>("Edm.DateTime", (w, n, v) => WriteTime(w, n, v), (ref r) => ReadTime(ref r).UtcDateTime),
        [typeof(DateTimeOffset)] = new EdmCodec<DateTimeOffset>("Edm.DateTime", WriteTime, ReadTime),
        [typeof(byte[])] = new EdmCodec<byte[]>("Edm.Binary", (w, n, v) => w.WriteBase64String(n, v), (ref r) => r.GetBytesFromBase64()),
        [typeof(BinaryData)] = new EdmCodec<BinaryData>(
            "Edm.Binary", (w, n, v) => w.WriteBase64String(n, v.ToMemory().Span), (ref r) => BinaryData.FromBytes(r.GetBytesFromBase64())),
        [typeof(ETag)] = new EdmCodec<ETag>(null, (w, n, v) => w.WriteString(n, v.ToString()), (ref r) => new ETag(r.GetString()!)),
    };

    /// <summary>The codec of a type, or null where the type cannot be a property of a table.</summary>
    public static object? Find(Type type)
    {
        if (Known.TryGetValue(type, out var codec))
        {
            return codec;
        }
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Find(inner) is { } found ? Make(nameof(Lift), inner, found) : null;
        }
        return type.IsEnum ? Make(nameof(Named), type) : null;
    }

    public static EdmCodec<T> Of<T>() => (EdmCodec<T>)Known[typeof(T)];

    private static object Make(string method, Type type, params object[] arguments) =>
        typeof(EdmCodecs).GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, arguments)!;

    private static EdmCodec<T?> Lift<T>(EdmCodec<T> inner) where T : struct =>
        new(inner.Type, (w, n, v) => inner.Write(w, n, v.GetValueOrDefault()), (ref r) => inner.Read(ref r));

    private static EdmCodec<T> Named<T>() where T : struct, Enum =>
        new(null, (w, n, v) => w.WriteString(n, v.ToString()), (ref r) => Enum.Parse<T>(r.GetString()!));

    private static void WriteInt64(Utf8JsonWriter writer, JsonEncodedText name, long value)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }

    // JSON has no NaN and no infinity; the service takes them as text.
    private static void WriteDouble(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static double ReadDouble(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        ? double.Parse(reader.GetString()!, CultureInfo.InvariantCulture)
        : reader.GetDouble();

    private static void WriteTime(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value)
    {
        Span<char> text = stackalloc char[28];
        value.UtcDateTime.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }

    private static void WriteTime(Utf8JsonWriter writer, JsonEncodedText name, DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            throw new NotSupportedException($"DateTime {value:o} has a Kind of {value.Kind}. It must be UTC: say so with DateTime.SpecifyKind.");
        }
        WriteTime(writer, name, new DateTimeOffset(value));
    }

    private static DateTimeOffset ReadTime(ref Utf8JsonReader reader) =>
        reader.TryGetDateTimeOffset(out var time)
            ? time
            : DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
