using Azure;

namespace CxFunctions.Foundation;

/// <summary>Failures of which a respondent can only be told "not now": storage refused, could not be reached or took too long.</summary>
internal static class StorageTrouble
{
    // Real seconds, whatever clock the product lives by: about as long as a person looks at a page that does nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A token that ends a person's waiting for storage that neither answers nor refuses; dispose it with the request.</summary>
    public static CancellationTokenSource Limit(CancellationToken aborted)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit.CancelAfter(Patience);
        return limit;
    }

    public static bool Is(Exception e, CancellationToken aborted) => e switch
    {
        RequestFailedException or HttpRequestException or IOException or TimeoutException => true,
        AggregateException many => many.InnerExceptions.All(inner => Is(inner, aborted)),
        OperationCanceledException => !aborted.IsCancellationRequested,
        _ => false,
    };
}
