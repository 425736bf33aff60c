using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>Every transaction has its row: why it was or was not surveyed, under which version of the rules, and what happened since.</summary>
public sealed class EveryReasonTests
{
    private const string Version = "2031-05-05";
    private const string Sampled = "delivery";

    /// <summary>One transaction for each reason; a reason that is new has none, and the test says so.</summary>
    private static readonly Dictionary<LedgerReason, Func<object>> Cases = new()
    {
        [LedgerReason.Eligible] = () => Of(LedgerReason.Eligible),
        [LedgerReason.UnknownProgram] = () => Of(LedgerReason.UnknownProgram, program: "nowhere"),
        [LedgerReason.UnknownTouchpoint] = () => Of(LedgerReason.UnknownTouchpoint, touchpoint: "moon"),
        [LedgerReason.TooOld] = () => Of(LedgerReason.TooOld, at: Scene.Ten.AddHours(-47.9)),
        [LedgerReason.InFuture] = () => Of(LedgerReason.InFuture, at: Scene.Ten.AddHours(1)),
        [LedgerReason.NoConsent] = () => Of(LedgerReason.NoConsent, consents: false),
        [LedgerReason.NoAddress] = () => Of(LedgerReason.NoAddress, phone: null),
        [LedgerReason.Suppressed] = () => Of(LedgerReason.Suppressed, phone: "+51987000777"),
        [LedgerReason.Quarantined] = () => Of(LedgerReason.Quarantined, contact: "C-asked"),
        [LedgerReason.NotSampled] = () => Of(LedgerReason.NotSampled, touchpoint: Sampled),
        [LedgerReason.Cancelled] = () => Of(LedgerReason.Cancelled),
        [LedgerReason.Refused] = () => new { id = $"T-{LedgerReason.Refused}", program = "retail", touchpoint = "purchase", occurredAt = "yesterday", contact = new { id = "C" } },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_reason_there_is_comes_to_stand_in_the_ledger_with_the_version_of_its_rules()
    {
        Assert.Equal(Enum.GetValues<LedgerReason>(), Cases.Keys.Order());
        using var programs = Programs.Changed("retail.json", retail =>
        {
            retail["version"] = Version;
            retail["touchpoints"]!.AsArray().Single(touchpoint => (string)touchpoint!["id"]! == Sampled)!["sampling"] = 0;
        });
        await using var scene = await Scene.StartAsync(change: programs.Use);
        await SomebodyIsAskedAndSomebodySaysStopAsync(scene);
        var received = scene.Now;
        await scene.PostAsync(new { @event = "cancelled", id = $"T-{LedgerReason.Cancelled}" });
        await scene.PostAsync([.. Cases.Values.Select(of => of())]);

        foreach (var reason in Cases.Keys)
        {
            var row = await scene.LedgerAsync($"T-{reason}");
            Assert.Equal((reason, $"T-{reason}", "standard", received), (row.Reason, row.TransactionId, row.Source, row.ReceivedAt));
            Assert.Equal((reason, reason == LedgerReason.UnknownProgram ? "" : Version), (reason, row.ProgramVersion));
            Assert.Equal((reason, reason == LedgerReason.Eligible), (reason, row.InviteDueAt is not null && row.End is null));
            Assert.Equal(reason == LedgerReason.Cancelled ? received : null, row.CancelledAt);
            Assert.Contains(row.TransactionId, await ListedAsync(scene, row.ProgramVersion.Length == 0 ? LedgerKeys.NoProgram : row.Program));
        }
    }

    /// <summary>What speaks against an invitation between decision and due time takes the reason's place.</summary>
    [Fact]
    public async Task What_came_in_between_is_the_reason_that_stands_in_the_end()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, "C-1", "+51987000001"), Scene.Purchase("T-2", Scene.Ten, "C-2", "+51987000002"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(20));
        await scene.PostAsync(new { @event = "cancelled", id = "T-2" });
        await scene.PostAsync(Scene.Purchase("T-3", scene.Now, "C-1", "+51987000001"));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((LedgerReason.Eligible, (JourneyEnd?)null), (await scene.LedgerAsync("T-1")) is var e ? (e.Reason, e.End) : default);
        Assert.Equal((LedgerReason.Eligible, JourneyEnd.Cancelled, Scene.Ten.AddMinutes(20)), (await scene.LedgerAsync("T-2")) is var c ? (c.Reason, c.End, c.CancelledAt) : default);
        Assert.Equal((LedgerReason.Quarantined, JourneyEnd.StoppedBeforeInvitation), (await scene.LedgerAsync("T-3")) is var q ? (q.Reason, q.End) : default);
    }

    /// <summary>Days before: one contact was asked and did not answer, and a telephone said stop.</summary>
    private static async Task SomebodyIsAskedAndSomebodySaysStopAsync(Scene scene)
    {
        await scene.PostAsync(Scene.Purchase("T-asked", Scene.Ten, "C-asked", "+51987000888"), Scene.Purchase("T-stopped", Scene.Ten, "C-stopped", "+51987000777"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        await scene.OptOutAsync(Assert.Single(await scene.MessagesAsync("+51987000777")));
    }

    private static object Of(
        LedgerReason reason, string program = "retail", string touchpoint = "purchase", string? contact = null, string? phone = "", bool consents = true, DateTimeOffset? at = null) => new
        {
            id = $"T-{reason}",
            program,
            touchpoint,
            occurredAt = at ?? Scene.Ten,
            contact = new { id = contact ?? $"C-{reason}", phone = phone is "" ? $"+5198800{(int)reason:0000}" : phone, consent = new { sms = consents } },
        };

    private static async Task<List<string>> ListedAsync(Scene scene, string program) =>
        await scene.LedgerOf.ListAsync(program, Scene.Ten.AddDays(-3), Scene.Ten.AddDays(1), Stop).Select(entry => entry.TransactionId).ToListAsync(Stop);
}
