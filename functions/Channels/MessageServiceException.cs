using Azure;
using CxFunctions.Catalog;

namespace CxFunctions.Channels;

/// <summary>
/// A message service is out of reach, out of order, throttling or refuses us: the same send, repeated later, is safe. In our words: its own may
/// quote whom or what it was sent, and exceptions end in logs.
/// </summary>
public sealed class MessageServiceException : RequestFailedException
{
    private MessageServiceException(int status, string message, string? errorCode, Exception? cause)
        : base(status, message, errorCode, cause)
    {
    }

    /// <summary>The same status and error code. Where the service was not even reached there is nothing of its to hide.</summary>
    internal static MessageServiceException Of(string service, RequestFailedException e) => e.Status == 0
        ? Unreached(service, e)
        : Answered(service, e.Status, e.ErrorCode);

    internal static MessageServiceException Answered(string service, int status, string? errorCode = null) =>
        new(status, $"The {service} service answered {status}{(errorCode is { Length: > 0 } code ? $" ({code})" : "")}.", errorCode, null);

    /// <summary>Nobody's messages go out by the channel until a setting of ours is mended.</summary>
    internal static MessageServiceException Stopped(Channel channel) => new(0, $"The channel {channel} is stopped: the service refuses us.", null, null);

    internal static MessageServiceException Unreached(string service, Exception cause) => new(0, $"The {service} service could not be reached.", null, cause);
}
