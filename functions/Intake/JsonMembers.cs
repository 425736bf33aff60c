using System.Text.Json;

namespace CxFunctions.Intake;

/// <summary>The members of a JSON object that somebody sent; asks are typed, breaches name the member.</summary>
/// <param name="element">An object.</param>
/// <param name="path">What the object is to the sender, with a dot at its end; empty for the item itself.</param>
internal readonly struct JsonMembers(JsonElement element, string path = "")
{
    /// <summary>A text without leading and trailing white space; null where it is missing, null or empty.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
        _ => throw new RuleBreachException($"{path}{name} must be a text"),
    };

    /// <summary>A text, number or truth value as text.</summary>
    public string? Scalar(string name) => Find(name) is { } value ? ScalarOf(path + name, value) : null;

    /// <summary>A text, number or truth value as text without white space around it, null where it is missing, null or empty.</summary>
    /// <returns>False where it is anything else: nothing that could be used.</returns>
    public bool TryScalar(string name, out string? text)
    {
        try
        {
            text = Scalar(name)?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
            return true;
        }
        catch (Exception e) when (e is RuleBreachException or InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>True or false; as text, too, because the properties of some CRMs know nothing else.</summary>
    public bool? Truth(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.GetString(), out var truth) => truth,
        _ => throw new RuleBreachException($"{path}{name} must be true or false"),
    };

    public long? Whole(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public JsonMembers? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new JsonMembers(value, $"{path}{name}."),
        _ => throw new RuleBreachException($"{path}{name} must be an object"),
    };

    /// <summary>All members as text, those that are null left out.</summary>
    public Dictionary<string, string> Scalars()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
        {
            all[member.Name] = ScalarOf(path + member.Name, member.Value, noted: $"{path}* must be texts, numbers, true or false");
        }
        return all;
    }

    /// <param name="name">As the sender reads it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="noted">The rule without the name, where the sender chose that.</param>
    private static string ScalarOf(string name, JsonElement value, string? noted = null) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new RuleBreachException($"{name} must be a text, a number, true or false", noted),
    };

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
