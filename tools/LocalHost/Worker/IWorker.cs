namespace CxFunctions.LocalHost.Worker;

/// <summary>Where the app runs.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>The app's services, where they can be reached.</summary>
    /// <exception cref="InvalidOperationException">They live in another process.</exception>
    IServiceProvider Services { get; }

    /// <summary>Where the app takes HTTP requests, or null where it says so itself in the worker protocol.</summary>
    Uri? HttpAddress { get; }

    /// <summary>Done when the app has ended; failed, with its own words, when it could not start.</summary>
    Task Ended { get; }
}
