using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>What happened since: each step and each end there is, in the row and in what the analyst reads of it.</summary>
public sealed class EveryEndTests
{
    private static readonly DateTimeOffset Invited = Scene.Ten.AddMinutes(30);

    /// <summary>How a journey fails is told in a test of its own.</summary>
    private static readonly JourneyEnd[] Ends = [.. Enum.GetValues<JourneyEnd>().Except([JourneyEnd.Failed])];

    [Fact]
    public async Task Each_end_there_is_comes_to_stand_in_the_ledger_with_its_times()
    {
        await using var scene = await Scene.StartAsync();
        await scene.FaultsAsync(new { service = "sms", undeliverable = new[] { Phone(JourneyEnd.Undeliverable) } });
        await scene.PostAsync([.. Ends.Select(end => Scene.Purchase($"T-{end}", Scene.Ten, $"C-{end}", Phone(end)))]);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        await scene.Services.GetRequiredService<SuppressionStore>().AddAsync(null, [Phone(JourneyEnd.StoppedBeforeInvitation)], "sms", scene.Now, TestContext.Current.CancellationToken);
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await UntilDeliveredAsync(scene);
        await scene.AnswerAsync(await FirstAsync(scene, JourneyEnd.Answered), complete: true);
        await scene.AnswerAsync(await FirstAsync(scene, JourneyEnd.PartlyAnswered), complete: false);
        await scene.OptOutAsync(await FirstAsync(scene, JourneyEnd.OptedOut));
        await scene.PostAsync(new { @event = "cancelled", id = $"T-{JourneyEnd.Cancelled}" });
        var acted = scene.Now;
        await scene.AdvanceToAsync(Scene.Ten.AddHours(49));

        var rows = new Dictionary<JourneyEnd, LedgerEntry>();
        foreach (var end in Ends)
        {
            var row = rows[end] = await scene.LedgerAsync($"T-{end}");
            Assert.Equal((end, end), (end, row.End ?? throw new InvalidOperationException($"{end} did not end.")));
            Assert.NotNull(row.EndedAt);
            Assert.Equal((end, end == JourneyEnd.StoppedBeforeInvitation ? null : Invited), (end, row.InvitedAt));
            Assert.Equal((end, end is JourneyEnd.StoppedBeforeInvitation or JourneyEnd.Undeliverable), (end, row.DeliveredAt is null));
            Assert.Equal((end, end == JourneyEnd.Expired ? Scene.Ten.AddHours(23) : null), (end, row.RemindedAt));
            Assert.Equal((end, end is JourneyEnd.Answered or JourneyEnd.PartlyAnswered ? acted : null), (end, row.StartedAt));
            Assert.Equal((end, end == JourneyEnd.Answered ? acted : null), (end, row.AnsweredAt));
            Assert.Equal(Scene.Ten.AddHours(48), row.ExpiresAt);
        }
        Assert.Equal(Scene.Ten.AddHours(48), rows[JourneyEnd.Expired].EndedAt);
        Assert.Equal(Scene.Ten.AddHours(48.5), rows[JourneyEnd.PartlyAnswered].EndedAt);
        Assert.All([JourneyEnd.Answered, JourneyEnd.OptedOut, JourneyEnd.Cancelled], end => Assert.Equal(acted, rows[end].EndedAt));
        Assert.Equal(LedgerReason.Suppressed, rows[JourneyEnd.StoppedBeforeInvitation].Reason);
    }

    /// <summary>Reports come by HTTP from outside: nothing in the host knows that one is on its way.</summary>
    private static async Task UntilDeliveredAsync(Scene scene)
    {
        var reported = Ends.Where(end => end is not (JourneyEnd.StoppedBeforeInvitation or JourneyEnd.Undeliverable)).ToList();
        for (var look = 0; look < 200 && !await AllAsync(); look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            await scene.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        async Task<bool> AllAsync() =>
            (await Task.WhenAll(reported.Select(end => scene.LedgerAsync($"T-{end}")))).All(row => row.DeliveredAt is not null)
            && (await scene.LedgerAsync($"T-{JourneyEnd.Undeliverable}")).End is not null;
    }

    private static async Task<Scene.Received> FirstAsync(Scene scene, JourneyEnd end) => (await scene.MessagesAsync(Phone(end)))[0];

    private static string Phone(JourneyEnd end) => $"+5198700{(int)end:0000}";
}
