using System.Text.Json;

namespace CxFunctions.Foundation;

/// <summary>What a queue trigger was handed is turned into its record here; what can't be goes to poison with the reason.</summary>
public static class QueueMessage
{
    /// <exception cref="NotSupportedException">The message is of a version this app does not know.</exception>
    /// <exception cref="JsonException">The message is not what the queue carries.</exception>
    public static T Read<T>(string message, Func<T, int> version, int known)
        where T : class
    {
        var read = JsonSerializer.Deserialize<T>(message, CxJson.Lenient)
            ?? throw new JsonException($"The message is null where a {typeof(T).Name} was expected.");
        return version(read) == known
            ? read
            : throw new NotSupportedException($"{typeof(T).Name} version {version(read)} is not known here; this app reads version {known}.");
    }
}
