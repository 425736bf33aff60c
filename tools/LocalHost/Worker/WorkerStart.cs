using System.Reflection;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.Worker;

/// <summary>What a worker is given when it starts.</summary>
internal sealed record WorkerStart
{
    /// <summary>The app's assembly.</summary>
    public required Assembly App { get; init; }

    /// <summary>The app's entry point, where it is not the assembly's own; returns when the app has ended.</summary>
    public Action<string[]>? Entry { get; init; }

    /// <summary>Which it is to call.</summary>
    public required Uri Bridge { get; init; }

    /// <summary>Settings, by configuration key.</summary>
    public required IReadOnlyDictionary<string, string?> Settings { get; init; }

    /// <summary>The time that the app lives in.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Counts what goes on.</summary>
    public required ActivityCounter Activity { get; init; }

    /// <summary>Where its log goes.</summary>
    public required ILoggerFactory Log { get; init; }

    /// <summary>Where else its log goes.</summary>
    public Action<ILoggingBuilder>? MoreLogging { get; init; }

    /// <summary>Names it in the protocol.</summary>
    public string Id { get; } = $"{Guid.NewGuid()}";

    /// <summary>Where the app lies.</summary>
    public required string Folder { get; init; }
}
