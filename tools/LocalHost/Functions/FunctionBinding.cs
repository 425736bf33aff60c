using System.Text.Json;

namespace CxFunctions.LocalHost.Functions;

/// <summary>One binding of a function: the name of its parameter, what kind it is, and all else that its attribute says.</summary>
internal sealed record FunctionBinding(string Name, string Type, bool IsOutput, JsonElement Said)
{
    /// <param name="json">As the worker writes it.</param>
    public static FunctionBinding Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var said = document.RootElement.Clone();
        var text = (string name) => said.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new(text("name") ?? "", text("type") ?? "", string.Equals(text("direction"), "out", StringComparison.OrdinalIgnoreCase), said);
    }

    /// <summary>A text, or null where nothing was said.</summary>
    public string? Text(string name) =>
        Said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A switch; what is not said is <paramref name="otherwise"/>.</summary>
    public bool Flag(string name, bool otherwise = false) => Said.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && bool.Parse(value.GetString()!))
        : otherwise;

    /// <summary>A list of texts, empty where nothing was said.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    /// <summary>Whether the worker makes an SDK type from a reference to the data, instead of being handed the data.</summary>
    public bool IsDeferred => Said.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.EnumerateObject().Any(p => p.Name.Equals("supportsDeferredBinding", StringComparison.OrdinalIgnoreCase)
            && string.Equals(p.Value.ToString(), bool.TrueString, StringComparison.OrdinalIgnoreCase));
}
