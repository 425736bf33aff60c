namespace CxFunctions.LocalHost.Settings;

/// <summary>host.json <c>extensions.queues</c>: ranges and defaults of the Functions host.</summary>
internal sealed record QueueSettings
{
    /// <summary>Messages taken at once; 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>The next batch is taken when no more than this many of a queue's messages are being worked on.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>Tries before a message goes to the poison queue; the first one counts.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message rests after a failure, in product time.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between two looks at an empty queue, in real time. The host's own default when developing is 2 s.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether bodies are base64 (the default) or plain.</summary>
    public bool Base64 { get; init; } = true;

    public static QueueSettings From(JsonSection section)
    {
        var batch = section.Number("batchSize", 16, 1, 32);
        var encoding = section.Text("messageEncoding", "base64");
        var polling = section.Time("maxPollingInterval", TimeSpan.FromSeconds(2));
        return new QueueSettings
        {
            BatchSize = batch,
            NewBatchThreshold = section.Number("newBatchThreshold", batch / 2, 0, 1000),
            MaxDequeueCount = section.Number("maxDequeueCount", 5, 1, 1000),
            VisibilityTimeout = section.Time("visibilityTimeout", TimeSpan.Zero),
            MaxPollingInterval = polling >= TimeSpan.FromMilliseconds(100) ? polling
                : throw new FormatException($"extensions.queues.maxPollingInterval is {polling}; it must be at least 100 ms."),
            Base64 = encoding.Equals("base64", StringComparison.OrdinalIgnoreCase)
                || (encoding.Equals("none", StringComparison.OrdinalIgnoreCase) ? false
                    : throw new FormatException($"extensions.queues.messageEncoding is \"{encoding}\"; it must be base64 or none.")),
        };
    }
}
