using System.Collections.Concurrent;

namespace CxFunctions.Sandbox.Faults;

/// <summary>What happened to the requests of a service; the names are the keys of <c>GET /sandbox/stats</c>.</summary>
internal static class Outcomes
{
    public const string Requests = "requests";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Unauthorized = "unauthorized";
    public const string Throttled = "throttled";
    public const string Failed = "failed";
    public const string Dropped = "dropped";
    public const string DroppedAfterWork = "droppedAfterWork";
    public const string Messages = "messages";
    public const string DuplicatesSuppressed = "duplicatesSuppressed";
    public const string RecipientsRefused = "recipientsRefused";
    public const string Documents = "documents";

    public static readonly IReadOnlyList<string> All =
        [Requests, Accepted, Rejected, Unauthorized, Throttled, Failed, Dropped, DroppedAfterWork, Messages, DuplicatesSuppressed, RecipientsRefused, Documents];
}

/// <summary>Counts since the process started, for tests and the page.</summary>
internal sealed class RequestCounts
{
    private readonly ConcurrentDictionary<(string Service, string Outcome), long> _counts = new();

    public void Add(string service, string outcome, int by = 1) => _counts.AddOrUpdate((service, outcome), by, (_, n) => n + by);

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Snapshot() => Services.All.ToDictionary(
        service => service,
        service => (IReadOnlyDictionary<string, long>)Outcomes.All.ToDictionary(
            outcome => outcome,
            outcome => _counts.GetValueOrDefault((service, outcome))));
}
