using System.Text.Json.Serialization;
using CxFunctions.LocalHost.Demo.Evidence;
using CxFunctions.LocalHost.Demo.Invariants;
using CxFunctions.Messages;

namespace CxFunctions.LocalHost.Demo;

/// <summary>The one line that a demo ends with.</summary>
internal sealed record DemoSummary
{
    public required int Transactions { get; init; }

    public required int Webhooks { get; init; }

    public required IReadOnlyDictionary<string, int> LedgerReasons { get; init; }

    public required IReadOnlyDictionary<string, int> JourneyEnds { get; init; }

    /// <summary>By channel and purpose: surveys, other messages to customers, messages to managers.</summary>
    public required IReadOnlyDictionary<string, int> Messages { get; init; }

    public required int Answers { get; init; }

    public required int CompleteAnswers { get; init; }

    public required int Verbatims { get; init; }

    public required IReadOnlyDictionary<string, int> Alerts { get; init; }

    public required IReadOnlyDictionary<string, int> Cases { get; init; }

    public required int EscalatedCases { get; init; }

    /// <summary>What became of the words for customers of resolved cases.</summary>
    public required IReadOnlyDictionary<string, int> WordsBack { get; init; }

    /// <summary>From the time an invitation was due to the Sandbox's stamp, virtual seconds.</summary>
    public required Lateness InvitationLateness { get; init; }

    /// <summary>From expiry (and grace, where somebody had started) to the journey's end, virtual seconds.</summary>
    public required Lateness ExpiryLateness { get; init; }

    /// <summary>Units by kind: SmsSegment, Email, LanguageRecord.</summary>
    public required IReadOnlyDictionary<string, int> Spend { get; init; }

    public required double VirtualHours { get; init; }

    /// <summary>Real seconds since this process began to play.</summary>
    public required double Seconds { get; init; }

    /// <summary>How often the host was killed or stopped in between.</summary>
    public required int Restarts { get; init; }

    public required IReadOnlyList<InvariantResult> Invariants { get; init; }

    [JsonIgnore]
    public bool AllHold => Invariants.All(i => i.Holds);

    public static DemoSummary Of(DemoEvidence e, int webhooks, TimeSpan virtualTime, TimeSpan realTime, int restarts) => new()
    {
        Transactions = e.Accepted.Count,
        Webhooks = webhooks,
        LedgerReasons = Counts(e.Ledger.Values.Select(row => row.Reason)),
        JourneyEnds = Counts(e.Ledger.Values.Where(row => row.End is not null).Select(row => row.End!.Value)),
        Messages = Counts(e.Messages.Select(m => m.Kind + (m.ToManager ? "ToManager" : m.SurveyToken is null ? "WordBack" : "Survey"))),
        Answers = e.Responses.Count,
        CompleteAnswers = e.Responses.Values.Count(r => r.Complete),
        Verbatims = e.Verbatims.Count,
        Alerts = e.Alerts,
        Cases = Counts(e.Cases.Select(c => c.State)),
        EscalatedCases = e.Cases.Count(c => c.AcknowledgeEscalatedAt is not null || c.ResolveEscalatedAt is not null),
        WordsBack = Counts(e.Cases.Where(c => !c.IsOpen).Select(c => c.WordBackState)),
        InvitationLateness = Lateness.Of(e.SurveyMessages.GroupBy(m => m.Invitation.JourneyId)
            .Where(journey => e.Ledger.TryGetValue(journey.Key, out var row) && row.InviteDueAt is not null)
            .Select(journey => journey.Min(m => m.Message.At) - e.Ledger[journey.Key].InviteDueAt!.Value)),
        ExpiryLateness = Lateness.Of(e.Ledger.Values
            .Where(row => row.End is JourneyEnd.Expired or JourneyEnd.PartlyAnswered && row is { EndedAt: not null, ExpiresAt: not null })
            .Select(row => row.EndedAt!.Value - row.ExpiresAt!.Value - (row.StartedAt is null ? TimeSpan.Zero : e.Catalog.Get(row.Program).Grace))),
        Spend = e.Spend,
        VirtualHours = Math.Round(virtualTime.TotalHours, 1),
        Seconds = Math.Round(realTime.TotalSeconds, 1),
        Restarts = restarts,
        Invariants = AllInvariants.Check(e),
    };

    private static SortedDictionary<string, int> Counts<T>(IEnumerable<T> items) where T : notnull =>
        new(items.GroupBy(i => $"{i}").ToDictionary(g => char.ToLowerInvariant(g.Key[0]) + g.Key[1..], g => g.Count()), StringComparer.Ordinal);
}

/// <param name="N">How many were measured.</param>
/// <param name="MedianSeconds">Virtual seconds.</param>
/// <param name="MaxSeconds">Virtual seconds.</param>
internal sealed record Lateness(int N, double MedianSeconds, double MaxSeconds)
{
    public static Lateness Of(IEnumerable<TimeSpan> late)
    {
        var sorted = late.Select(l => l.TotalSeconds).Order().ToList();
        return sorted.Count == 0 ? new(0, 0, 0) : new(sorted.Count, Math.Round(sorted[sorted.Count / 2], 1), Math.Round(sorted[^1], 1));
    }
}
