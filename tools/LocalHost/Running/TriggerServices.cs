using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Queues;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.Timers;

namespace CxFunctions.LocalHost.Running;

/// <summary>What listeners are made from.</summary>
internal sealed record TriggerServices
{
    public required IReadOnlyList<FunctionDescriptor> Functions { get; init; }

    public required FunctionInvoker Invoker { get; init; }

    public required IServiceProvider App { get; init; }

    public required IConfiguration Configuration { get; init; }

    public required QueueConnections QueueConnections { get; init; }

    public required HostJson HostJson { get; init; }

    public required DataFolder Folder { get; init; }

    public required TimerStore TimerStore { get; init; }

    public required string Storage { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ActivityCounter Activity { get; init; }

    public required ILoggerFactory Logging { get; init; }

    /// <summary>The zone that schedules are read in: WEBSITE_TIME_ZONE, else UTC.</summary>
    /// <exception cref="LocalHostException">There is no such zone.</exception>
    public TimeZoneInfo TimeZone => Configuration["WEBSITE_TIME_ZONE"] is not { Length: > 0 } name ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw new LocalHostException($"WEBSITE_TIME_ZONE is '{name}', which is not a time zone of this machine.");
}
