using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>The context that an orchestrator sees during one run-through of its history.</summary>
internal sealed partial class OrchestrationContext(
    string instanceId, ExecutionStarted started, EpisodeThread thread, RequestLedger requests, DataConverter converter, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    // 16 KB of UTF-16, as production documents: a longer one would pass here and fail there.
    private const int LongestCustomStatus = 16 * 1024 / sizeof(char);

    private readonly EventInbox _events = new(converter);
    private int _guids;
    private string? _customStatus;

    public override TaskName Name => started.Name;

    public override string Version => started.Version ?? string.Empty;

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent { get; } =
        started.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    /// <summary>Set by the run-through as it goes along the history.</summary>
    public DateTime Now { get; set; }

    public bool Replaying { get; set; } = true;

    public EventInbox Events => _events;

    /// <summary>Set once the orchestrator asked to continue as new.</summary>
    public ContinueAsNewOptions? Next { get; private set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    public string? SerializedCustomStatus => _customStatus;

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(started.Data);

    public object? InputAs(Type type) => converter.Deserialize(started.Data, type);

    /// <exception cref="ArgumentException">The status is over 16 KB of UTF-16.</exception>
    public override void SetCustomStatus(object? customStatus)
    {
        OnlyHere();
        var text = converter.Serialize(customStatus);
        _customStatus = text is { Length: > LongestCustomStatus }
            ? throw new ArgumentException($"The custom status is {text.Length} characters long; at most {LongestCustomStatus} are kept.", nameof(customStatus))
            : text;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        OnlyHere();
        Next = options ?? throw new ArgumentNullException(nameof(options));
    }

    public override Guid NewGuid()
    {
        OnlyHere();
        var count = _guids++.ToString(CultureInfo.InvariantCulture);
        return NameBasedGuid.Of($"{instanceId}_{Now.ToString("o", CultureInfo.InvariantCulture)}_{count}");
    }

    /// <exception cref="InvalidOperationException">The code runs on another thread than the orchestrator's.</exception>
    private void OnlyHere()
    {
        if (!thread.IsCurrent)
        {
            const string why = "The orchestrator used its context on another thread, after awaiting something that is not durable.";
            thread.ReportForeign(why);
            throw new InvalidOperationException(why);
        }
    }
}
