using Azure;

namespace CxFunctions.Foundation;

/// <summary>Failures of which a respondent can only be told "not now": storage refused, could not be reached or took too long.</summary>
internal static class StorageTrouble
{
    public static bool Is(Exception e, CancellationToken aborted) => e switch
    {
        RequestFailedException or HttpRequestException or IOException or TimeoutException => true,
        AggregateException many => many.InnerExceptions.All(inner => Is(inner, aborted)),
        OperationCanceledException => !aborted.IsCancellationRequested,
        _ => false,
    };
}
