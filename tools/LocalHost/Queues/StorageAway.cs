using Azure;

namespace CxFunctions.LocalHost.Queues;

/// <summary>Failures that pass by themselves when storage is back: it refused for now, could not be reached, or took too long.</summary>
internal static class StorageAway
{
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        AggregateException many => many.InnerExceptions.All(Is),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };
}
