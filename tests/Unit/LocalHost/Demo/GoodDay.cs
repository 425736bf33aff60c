using System.Net;
using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.CrmSimulator.People;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.Invitations;
using CxFunctions.Journeys.Ledger;
using CxFunctions.LocalHost.Demo.Evidence;
using CxFunctions.Messages;
using CxFunctions.Responses;
using CxFunctions.Rollups;

namespace CxFunctions.Tests.Unit.LocalHost.Demo;

/// <summary>The smallest day on which every invariant has something to look at, and holds: two customers, one of them unhappy.</summary>
internal static class GoodDay
{
    /// <summary>Nine in the morning in Lima.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 14, 0, 0, TimeSpan.Zero);

    public const string Unhappy = "journey-unhappy";
    public const string Gone = "journey-gone";
    public const string Words = "La cola fue terrible. Pueden llamarme al +51900001234.";

    public static readonly Person Ana = new Population(1)[0] with { Id = "C-1", Phone = "+51900001234", Email = "ana@example.com", Country = Countries.All[0] };
    public static readonly Person Bruno = new Population(1)[1] with { Id = "C-2", Phone = "+51900005678", Email = "bruno@example.com", Country = Countries.All[0] };

    private static readonly ProgramCatalog Catalog = new([ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/bank.json"))]);
    private static readonly ResponseRef AnasAnswer = new("C-1", Start, Unhappy);

    public static DemoEvidence Evidence { get; } = new()
    {
        Now = Start.AddHours(60),
        RealSecond = TimeSpan.FromSeconds(1),
        Catalog = Catalog,
        Accepted = [new("standard", "T-1", Unhappy, "C-1"), new("standard", "T-2", Gone, "C-2")],
        Ledger = new Dictionary<string, LedgerEntry> { [Unhappy] = Row(Unhappy, "T-1", "C-1", JourneyEnd.Answered), [Gone] = Row(Gone, "T-2", "C-2", JourneyEnd.OptedOut) },
        Messages =
        [
            Message(1, Ana.Phone, Start.AddMinutes(30), "tokenA"),
            Message(2, Bruno.Phone, Start.AddMinutes(31), "tokenB"),
            Message(3, "+12025550190", Start.AddMinutes(50), null) with { ToManager = true, Links = ["http://localhost:7071/cases/case"] },
        ],
        Invitations = new Dictionary<string, SurveyInvitation> { ["tokenA"] = Invitation("tokenA", Unhappy, "T-1", "C-1"), ["tokenB"] = Invitation("tokenB", Gone, "T-2", "C-2") },
        People = new Dictionary<string, Person> { ["C-1"] = Ana, ["C-2"] = Bruno },
        Acts =
        [
            new("tokenA/1/Answer", "tokenA", ActKind.Answer, Ana.Phone, Start.AddMinutes(40), new(HttpStatusCode.OK, new Dictionary<string, int> { ["nps"] = 3 }, Words, true)),
            new("tokenB/1/OptOut/01234567890", "tokenB", ActKind.OptOut, Bruno.Phone, Start.AddMinutes(45), SurveyReply.Of(HttpStatusCode.OK)),
            new("tokenB/1/AnswerTooLate", "tokenB", ActKind.AnswerTooLate, Bruno.Phone, Start.AddHours(49), SurveyReply.Of(HttpStatusCode.Gone)),
        ],
        OptOuts = [new("C-2", OptOut.ByPage, Start.AddMinutes(45), Start.AddMinutes(45))],
        Responses = new Dictionary<string, StoredResponse> { [Unhappy] = Response },
        Verbatims = [new(Unhappy, "why", "La cola fue terrible. Pueden llamarme al ************.")],
        StoredWords = [new("Verbatims", "La cola fue terrible. Pueden llamarme al ************.")],
        Hours = [Rollup(Grain.Hour, "branch"), Rollup(Grain.Hour, RollupKey.All)],
        Days = [Rollup(Grain.Day, "branch"), Rollup(Grain.Day, RollupKey.All)],
        Cases = [Case],
        FailedInstances = [],
        Poison = new Dictionary<string, int> { ["transactions"] = 0 },
        Alerts = new Dictionary<string, int> { ["detractor"] = 1 },
        Spend = new Dictionary<string, int>(),
    };

    public static StoredResponse Response => new()
    {
        Ref = AnasAnswer,
        Revision = 1,
        Source = "standard",
        TransactionId = "T-1",
        Program = "bank",
        Touchpoint = "branch",
        Channel = Channel.Sms,
        Locale = "es",
        Dimensions = new Dictionary<string, string>(),
        Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 3 },
        VerbatimPrints = new Dictionary<string, string>(),
        Complete = true,
        StartedAt = Start.AddMinutes(40),
        SavedAt = Start.AddMinutes(40),
    };

    public static Case Case => new()
    {
        Id = "case-1",
        Token = "case",
        Program = "bank",
        Touchpoint = "branch",
        RuleId = "detractor",
        Response = AnasAnswer,
        Channel = Channel.Sms,
        Locale = "es",
        Metric = QuestionKind.Nps,
        Score = 3,
        OpenedAt = Start.AddMinutes(45),
        AcknowledgeBy = Start.AddHours(5),
        ResolveBy = Start.AddHours(25),
        State = CaseState.Resolved,
        AcknowledgedAt = Start.AddHours(2),
        ResolvedAt = Start.AddHours(30),
        ResolveEscalatedAt = Start.AddHours(25),
    };

    public static SandboxMessage Message(long sequence, string to, DateTimeOffset at, string? token) => new()
    {
        Sequence = sequence,
        Kind = to.Contains('@', StringComparison.Ordinal) ? "email" : "sms",
        To = to,
        At = at,
        Status = "Delivered",
        Links = token is null ? [] : [$"http://localhost:7071/s/{token}"],
    };

    public static SurveyInvitation Invitation(string token, string journey, string transaction, string contact) => new()
    {
        Token = token,
        JourneyId = journey,
        Program = "bank",
        Touchpoint = "branch",
        ContactId = contact,
        Source = "standard",
        TransactionId = transaction,
        OccurredAt = Start,
        Channel = Channel.Sms,
        Locale = "es",
        ExpiresAt = Start.AddHours(48),
        ClosesAt = Start.AddHours(48.5),
    };

    public static Rollup Rollup(Grain grain, string touchpoint, int score = 3, int times = 1)
    {
        var counts = RollupCounts.FromNamed(name => name == $"Nps_{score}" ? times : null);
        return new Rollup(RollupKey.Total("bank", touchpoint, grain), ProgramCalendar.Of(Catalog.Find("bank")).Of(grain, Start), counts);
    }

    private static LedgerEntry Row(string journey, string transaction, string contact, JourneyEnd end) => new()
    {
        Source = "standard",
        TransactionId = transaction,
        JourneyId = journey,
        Program = "bank",
        ProgramVersion = "1",
        Touchpoint = "branch",
        ContactId = contact,
        OccurredAt = Start,
        ReceivedAt = Start,
        Reason = LedgerReason.Eligible,
        InviteDueAt = Start.AddMinutes(30),
        ExpiresAt = Start.AddHours(48),
        EndedAt = Start.AddMinutes(46),
        End = end,
    };
}
