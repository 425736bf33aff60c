using System.Globalization;
using System.Text.Json;

namespace CxFunctions.LocalHost.Settings;

/// <summary>A section of a settings file that may be absent, with errors that name the setting.</summary>
internal readonly struct JsonSection(JsonElement? element, string path)
{
    public JsonSection this[string name] => new(Get(name), Path(name));

    public string Text(string name, string otherwise) => Get(name)?.GetString() ?? otherwise;

    public int Number(string name, int otherwise, int lowest, int highest)
    {
        if (Get(name) is not { } value)
        {
            return otherwise;
        }
        return value.TryGetInt32(out var number) && number >= lowest && number <= highest ? number
            : throw new FormatException($"{Path(name)} is {value.GetRawText()}; it must be a number from {lowest} to {highest}.");
    }

    public TimeSpan Time(string name, TimeSpan otherwise)
    {
        if (Get(name) is not { } value)
        {
            return otherwise;
        }
        // The Functions host takes "-1" for no limit.
        return value.GetString() == "-1" ? Timeout.InfiniteTimeSpan
            : TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero ? time
            : throw new FormatException($"{Path(name)} is {value.GetRawText()}; it must be a time such as \"00:00:30\".");
    }

    public IEnumerable<KeyValuePair<string, string>> Entries() => element is { ValueKind: JsonValueKind.Object } section
        ? section.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value.ToString()))
        : [];

    private JsonElement? Get(string name) =>
        element is { ValueKind: JsonValueKind.Object } section && section.TryGetProperty(name, out var value) ? value : null;

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
