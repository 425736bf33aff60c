using System.Net;
using CxFunctions.Invitations;
using CxFunctions.Journeys.Ledger;
using CxFunctions.LocalHost.Demo.Evidence;
using CxFunctions.Responses;
using CxFunctions.Rollups;

namespace CxFunctions.Tests.Unit.LocalHost.Demo;

/// <summary>Days on which exactly one promise was broken.</summary>
internal static class BrokenDays
{
    public static readonly IReadOnlyList<(string Invariant, string How, Func<DemoEvidence, DemoEvidence> Break)> All =
    [
        ("every accepted transaction has its ledger row", "a transaction is lost", e => e with { Accepted = [.. e.Accepted, new("standard", "T-3", "journey-lost", "C-1")] }),
        ("every eligible transaction has a journey that ended", "a journey hangs", e => WithRow(e, row => row with { EndedAt = null, End = null })),
        ("nobody is asked twice for one transaction", "the same invitation again", e => WithMessage(e, 9, GoodDay.Ana.Phone, TimeSpan.FromMinutes(40), "tokenA")),
        ("nobody is asked twice for one transaction", "two reminders", e => WithMessage(WithMessage(e, 9, GoodDay.Ana.Phone, TimeSpan.FromHours(24), "tokenA"), 10, GoodDay.Ana.Phone, TimeSpan.FromHours(25), "tokenA")),
        ("nobody is asked twice for one transaction", "by e-mail although the SMS arrived", e => WithMessage(
            e with { Invitations = new Dictionary<string, SurveyInvitation>(e.Invitations) { ["tokenC"] = GoodDay.Invitation("tokenC", GoodDay.Unhappy, "T-1", "C-1") } },
            9, GoodDay.Ana.Email, TimeSpan.FromMinutes(50), "tokenC")),
        ("nobody hears from us after opting out", "a reminder", e => WithMessage(e, 9, GoodDay.Bruno.Phone, TimeSpan.FromHours(24), "tokenB")),
        ("nobody hears from us after opting out", "a word back to the other address", e => WithMessage(e, 9, GoodDay.Bruno.Email, TimeSpan.FromHours(3), null)),
        ("every opt-out is stored", "it was forgotten", e => e with { OptOuts = [e.OptOuts[0] with { StoredAt = null }] }),
        ("surveys go out in waking hours only", "at three in the night", e => WithMessage(e, 9, GoodDay.Ana.Phone, TimeSpan.FromHours(42), "tokenA")),
        ("no survey goes out after expiry", "a reminder after 49 hours", e => WithMessage(e, 9, GoodDay.Ana.Phone, TimeSpan.FromHours(49), "tokenA")),
        ("every answer that the page called saved is stored as given", "its words are lost", e => e with { Verbatims = [] }),
        ("every answer that the page called saved is stored as given", "other words are stored", e => e with { Verbatims = [e.Verbatims[0] with { Text = "Todo bien." }] }),
        ("every answer that the page called saved is stored as given", "it is stored as unfinished", e => WithResponse(e, r => r with { Complete = false })),
        ("no answer is taken after expiry and grace", "it was taken", e => e with { Acts = [.. e.Acts.SkipLast(1), e.Acts[^1] with { Reply = e.Acts[^1].Reply with { Status = HttpStatusCode.OK } }] }),
        ("every stored answer is in the hours exactly once", "it is counted twice", e => e with
        {
            Hours = [GoodDay.Rollup(Grain.Hour, "branch", times: 2), GoodDay.Rollup(Grain.Hour, RollupKey.All, times: 2)],
            Days = [GoodDay.Rollup(Grain.Day, "branch", times: 2), GoodDay.Rollup(Grain.Day, RollupKey.All, times: 2)],
        }),
        ("every stored answer is in the hours exactly once", "it is not counted", e => e with { Hours = [], Days = [] }),
        ("every stored answer is in the hours exactly once", "another score is counted", e => e with
        {
            Hours = [GoodDay.Rollup(Grain.Hour, "branch", score: 9), GoodDay.Rollup(Grain.Hour, RollupKey.All, score: 9)],
            Days = [GoodDay.Rollup(Grain.Day, "branch", score: 9), GoodDay.Rollup(Grain.Day, RollupKey.All, score: 9)],
        }),
        ("days are the sums of their hours", "the day is behind", e => e with { Days = [e.Days[0]] }),
        ("every answer that calls for a case has one", "nobody was told", e => e with { Cases = [] }),
        ("every answer that calls for a case has one", "two cases for one answer", e => e with { Cases = [e.Cases[0], e.Cases[0] with { Id = "case-2" }] }),
        ("no case is past its time without escalation", "it lies about", e => e with { Cases = [e.Cases[0] with { AcknowledgedAt = null, ResolvedAt = null }] }),
        ("no case is past its time without escalation", "closed too late in silence", e => e with { Cases = [e.Cases[0] with { ResolveEscalatedAt = null }] }),
        ("no orchestration fails", "a case's journey ended by an error", e => e with { FailedInstances = ["case-1"] }),
        ("no message is poison", "one is", e => e with { Poison = new Dictionary<string, int> { ["facts"] = 1 } }),
        ("no phone number or e-mail address stands in a stored verbatim", "a number", e => e with { StoredWords = [new("Cases", "Llámenme al 51 90000-1234")] }),
        ("no phone number or e-mail address stands in a stored verbatim", "an address", e => e with { StoredWords = [new("Cases", "escriban a alguien@correo.pe")] }),
    ];

    private static DemoEvidence WithRow(DemoEvidence e, Func<LedgerEntry, LedgerEntry> change) =>
        e with { Ledger = e.Ledger.ToDictionary(row => row.Key, row => change(row.Value)) };

    private static DemoEvidence WithResponse(DemoEvidence e, Func<StoredResponse, StoredResponse> change) =>
        e with { Responses = e.Responses.ToDictionary(r => r.Key, r => change(r.Value)) };

    private static DemoEvidence WithMessage(DemoEvidence e, long sequence, string to, TimeSpan after, string? token) =>
        e with { Messages = [.. e.Messages, GoodDay.Message(sequence, to, GoodDay.Start + after, token)] };
}
