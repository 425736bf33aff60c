using System.Text.Json;

namespace CxFunctions.Foundation;

/// <summary>Reads queue messages at the door of a consumer.</summary>
public static class QueueMessage
{
    /// <param name="message">As it was on the queue.</param>
    /// <param name="versionOf">Where the record says its version.</param>
    /// <param name="known">The newest version that this release knows.</param>
    /// <param name="oldest">The oldest that it still reads; <paramref name="known"/> where left out.</param>
    /// <exception cref="UnknownMessageException">
    /// The message is not JSON of this record, or of another version: it can't get better by trying again and ends in poison, where it waits
    /// for a release that knows it.
    /// </exception>
    public static T Read<T>(string message, Func<T, int> versionOf, int known, int? oldest = null)
    {
        T? read;
        try
        {
            read = JsonSerializer.Deserialize<T>(message, CxJson.Lenient);
        }
        catch (JsonException e)
        {
            if (VersionOf(message) is { } version && !IsKnown(version))
            {
                throw Unknown<T>($"{version}", known);
            }
            // Only the place: the reader's own words quote the text, and its path may hold keys that somebody sent.
            throw new UnknownMessageException($"The message is not a {typeof(T).Name}: it is wrong at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
        if (read is null || !IsKnown(versionOf(read)))
        {
            throw Unknown<T>(read is null ? "none" : $"{versionOf(read)}", known);
        }
        return read;

        bool IsKnown(int version) => version <= known && version >= (oldest ?? known);
    }

    private static UnknownMessageException Unknown<T>(string version, int known) =>
        new($"The message is a {typeof(T).Name} of version {version}; this release knows version {known}.");

    /// <summary>The version of a message whose other members are not ours; null where it says none.</summary>
    private static int? VersionOf(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A queue message that this release does not understand. Holds nothing of its content.</summary>
public sealed class UnknownMessageException(string message) : Exception(message);
