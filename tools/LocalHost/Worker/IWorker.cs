namespace CxFunctions.LocalHost.Worker;

/// <summary>Where the app runs.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>The app's services, where they can be reached.</summary>
    /// <exception cref="InvalidOperationException">They live in another process.</exception>
    IServiceProvider Services { get; }

    /// <summary>Waits until all services of the app run.</summary>
    /// <returns>Where it takes HTTP requests, or null where it says so itself in the worker protocol.</returns>
    Task<Uri?> HttpAddressAsync();

    /// <summary>Done when the app has ended; failed, with its own words, when it could not start.</summary>
    Task Ended { get; }
}
