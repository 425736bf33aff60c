namespace CxFunctions.Sandbox.Faults;

/// <summary>How one service misbehaves. Shares are of requests, 0 to 1, and together at most 1.</summary>
public sealed record ServiceFaults
{
    /// <summary>sms, email or language.</summary>
    public required string Service { get; init; }

    /// <summary>Real milliseconds before every answer, 0 to 60,000.</summary>
    public int LatencyMs { get; init; }

    /// <summary>Share answered 429 with Retry-After.</summary>
    public double Rate429 { get; init; }

    /// <summary>Seconds named in Retry-After, 0 to 3,600.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>Share answered 500.</summary>
    public double Rate500 { get; init; }

    /// <summary>Share of connections broken without an answer; half of them after the work was done.</summary>
    public double Drop { get; init; }

    /// <summary>How every request is refused, for instance where the sender is not known; null for not at all.</summary>
    public Refuse? Refuse { get; init; }

    /// <summary>Numbers or addresses that accept nothing: the send is taken, the report says Failed or Bounced.</summary>
    public IReadOnlyList<string> Undeliverable { get; init; } = [];

    /// <summary>Starts the chance anew from this seed; null leaves it running.</summary>
    public int? Seed { get; init; }

    /// <summary>The sentence that says what is wrong with these values, or null.</summary>
    public string? Problem() =>
        !Services.All.Contains(Service) ? $"service must be one of {string.Join(", ", Services.All)}."
        : LatencyMs is < 0 or > 60_000 ? "latencyMs must be 0 to 60000."
        : RetryAfterSeconds is < 0 or > 3_600 ? "retryAfterSeconds must be 0 to 3600."
        : !(IsShare(Rate429) && IsShare(Rate500) && IsShare(Drop)) ? "rate429, rate500 and drop must be 0 to 1."
        : Refuse is { Status: < 400 or > 499 } ? "refuse.status must be 400 to 499."
        : Rate429 + Rate500 + Drop > 1 + 1e-9 ? "rate429, rate500 and drop must not exceed 1 together."
        : null;

    private static bool IsShare(double value) => value is >= 0 and <= 1;
}

/// <summary>A refusal that does not depend on the request.</summary>
/// <param name="Status">400 to 499.</param>
/// <param name="Code">The service's code, for instance Denied.</param>
/// <param name="Message">Its sentence.</param>
public sealed record Refuse(int Status, string Code, string Message);
