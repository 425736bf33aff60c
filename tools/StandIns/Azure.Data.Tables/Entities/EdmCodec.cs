using System.Text.Json;

namespace Azure.Data.Tables;

internal delegate T EdmRead<T>(ref Utf8JsonReader reader);

/// <summary>How one CLR type travels: the type mark it needs, if any, and how its value is written and read.</summary>
/// <param name="Type">The <c>@odata.type</c>; null where the JSON value says it by itself.</param>
internal sealed record EdmCodec<T>(string? Type, Action<Utf8JsonWriter, JsonEncodedText, T> Write, EdmRead<T> Read);
