using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.TimeMachine;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>What the official part of this host is made from.</summary>
internal sealed record JobsHostSetup
{
    /// <summary>In the order that <see cref="Run"/> knows.</summary>
    public required IReadOnlyList<FunctionDescriptor> Functions { get; init; }

    public required RunFunction Run { get; init; }

    /// <summary>host.json and app settings, by configuration key.</summary>
    public required IReadOnlyDictionary<string, string?> Configuration { get; init; }

    public required CountedQueues Queues { get; init; }

    public required ILoggerFactory Logging { get; init; }

    public required Uri Url { get; init; }

    public required TimeSpan FunctionTimeout { get; init; }

    /// <summary>How long what runs may take to end when the host stops.</summary>
    public required TimeSpan StopLimit { get; init; }

    /// <summary>Where orchestrations live when the clock does not run as outside; null: where host.json says.</summary>
    public TimeMachineHub? Hub { get; init; }
}
