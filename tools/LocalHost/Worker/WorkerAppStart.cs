namespace CxFunctions.LocalHost.Worker;

/// <summary>What an app is given when it starts.</summary>
internal sealed record WorkerAppStart
{
    /// <summary>The app's entry point; returns when the app has ended.</summary>
    public required Action<string[]> Entry { get; init; }

    /// <summary>Settings, by configuration key.</summary>
    public required IReadOnlyDictionary<string, string?> Settings { get; init; }

    /// <summary>The time that the app lives in.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Where its log goes.</summary>
    public required ILoggerFactory Log { get; init; }

    /// <summary>Where else its log goes.</summary>
    public Action<ILoggingBuilder>? MoreLogging { get; init; }
}
