using System.Net;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>How the host answered, and how fast.</summary>
public sealed class SendReport
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _answers = [];
    private readonly List<double> _latencies = [];
    private int _transactions;

    /// <param name="status">How the host answered; null where it did not.</param>
    /// <param name="transactions">How many it held.</param>
    /// <param name="latency">From sending to answer.</param>
    public void Add(HttpStatusCode? status, int transactions, TimeSpan latency)
    {
        lock (_lock)
        {
            var kind = KindOf(status);
            _answers[kind] = _answers.GetValueOrDefault(kind) + 1;
            _latencies.Add(latency.TotalMilliseconds);
            _transactions += transactions;
        }
    }

    public SendSummary Summary()
    {
        lock (_lock)
        {
            var sorted = _latencies.Order().ToList();
            return new SendSummary(
                sorted.Count, _transactions, Of("202"), Of("401"), Of("429"), Of("5xx"), Of("other"), Of("none"), Percentile(sorted, 0.50), Percentile(sorted, 0.99));
        }
    }

    /// <summary>Nearest rank; 0 where nothing was measured.</summary>
    internal static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)], 1);

    private int Of(string kind) => _answers.GetValueOrDefault(kind);

    private static string KindOf(HttpStatusCode? status) => (int?)status switch
    {
        null => "none",
        202 => "202",
        401 => "401",
        429 => "429",
        >= 500 => "5xx",
        _ => "other",
    };
}

/// <param name="Sent">Requests.</param>
/// <param name="Transactions">Transactions in them.</param>
/// <param name="Accepted">Answered 202.</param>
/// <param name="Unauthorized">Answered 401.</param>
/// <param name="Throttled">Answered 429.</param>
/// <param name="Failed">Answered 500 or above.</param>
/// <param name="Other">Answered otherwise.</param>
/// <param name="Unanswered">Connection refused or broken, or the CRM's patience ran out.</param>
/// <param name="P50Ms">Median of the time to the answer, milliseconds.</param>
/// <param name="P99Ms">99th percentile, milliseconds.</param>
public sealed record SendSummary(
    int Sent, int Transactions, int Accepted, int Unauthorized, int Throttled, int Failed, int Other, int Unanswered, double P50Ms, double P99Ms)
{
    public override string ToString() =>
        $"sent {Sent} ({Transactions} transactions)  202: {Accepted}  401: {Unauthorized}  429: {Throttled}  5xx: {Failed}  "
        + $"other: {Other}  no answer: {Unanswered}  p50 {P50Ms} ms  p99 {P99Ms} ms";
}
