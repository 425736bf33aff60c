using Azure;

namespace CxFunctions.Channels;

/// <summary>A service's failure in our words. Its own may quote whom or what it was sent, and exceptions end in logs.</summary>
internal static class ServiceTrouble
{
    /// <summary>Whether the service said anything; where it was not even reached there is nothing of its to hide.</summary>
    public static bool HasWords(RequestFailedException e) => e.Status != 0;

    /// <summary>The same status and error code, without message, body and cause.</summary>
    public static RequestFailedException WithoutWords(string service, RequestFailedException e) =>
        new(e.Status, $"The {service} service answered {e.Status}{(e.ErrorCode is { Length: > 0 } code ? $" ({code})" : "")}.", e.ErrorCode, null);
}
