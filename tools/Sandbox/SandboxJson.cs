using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxFunctions.Sandbox;

/// <summary>How the Sandbox reads and writes JSON: camel case, no nulls, enums by name, accents as they are.</summary>
internal static class SandboxJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Reads a body, or says in <paramref name="problem"/> what is wrong with it.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body, out string? problem)
        where T : class
    {
        problem = null;
        try
        {
            var value = JsonSerializer.Deserialize<T>(body, Options);
            problem = value is null ? "The request body is empty." : null;
            return value;
        }
        catch (JsonException failure)
        {
            problem = $"The request body is not valid JSON for this operation: {failure.Path ?? "$"}.";
            return null;
        }
    }
}
