using Azure;

namespace CxFunctions.LocalHost.Storage;

/// <summary>Failures that pass by themselves when storage is back: it refused for now, could not be reached, or took too long.</summary>
internal static class StorageAway
{
    /// <param name="failure">Of a call of storage, its own retries included.</param>
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        AggregateException tries => tries.InnerExceptions.All(Is),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The cause of the last try, short enough for a log: the service's own code, or why it could not be reached.</summary>
    public static string Why(Exception failure) => failure switch
    {
        RequestFailedException { ErrorCode: { Length: > 0 } code } => code,
        AggregateException { InnerExceptions: [.., var last] } => Why(last),
        { InnerException: { } cause } => Why(cause),
        _ => failure.Message,
    };
}
