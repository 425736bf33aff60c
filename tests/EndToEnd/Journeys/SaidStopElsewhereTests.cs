using CxFunctions.Contacts.Suppressions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

/// <summary>Who said stop by another way than this survey's link.</summary>
public sealed class SaidStopElsewhereTests
{
    private const string Phone = "+51987654321";

    [Fact]
    public async Task By_sms_it_ends_the_waiting_journey_at_once_and_the_rollups_say_so()
    {
        await using var scene = await Scene.StartAsync(rollups: "0 */5 * * * *");
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        var said = scene.Now;
        await scene.ReplyAsync("Por favor BAJA", async () => (await scene.LedgerAsync("T-1")).End is not null);

        var entry = await scene.LedgerAsync("T-1");
        Assert.Equal((JourneyEnd.OptedOut, said), (entry.End, entry.EndedAt));
        await scene.AdvanceToAsync(Scene.Ten.AddHours(48));
        Assert.Single(await scene.MessagesAsync(), m => m.Links.Count > 0);
        Assert.Null((await scene.LedgerAsync("T-1")).RemindedAt);
        var rollups = await scene.Http.GetStringAsync(new Uri($"/api/rollups?program=retail&touchpoint=purchase&grain=month&code={scene.HostKey}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("\"optedOut\":1", rollups, StringComparison.Ordinal);
        Assert.DoesNotContain("\"expired\":1", rollups, StringComparison.Ordinal);
    }

    /// <summary>Said by an old number's thread: the survey under way went by e-mail, which the phone knows nothing of.</summary>
    [Fact]
    public async Task By_sms_it_ends_a_survey_that_went_by_e_mail_and_holds_under_a_new_number_until_it_is_taken_back()
    {
        const string mail = "ana.stop@example.com";
        using var programs = Programs.Changed("retail.json", program => program["quarantine"] = "PT0S");
        await using var scene = await Scene.StartAsync(change: programs.Use);
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten, email: mail));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.FaultsAsync(new { service = "sms", undeliverable = new[] { Phone } });
        await scene.PostAsync(Scene.Purchase("T-2", scene.Now, email: mail));
        for (var look = 0; look < 200 && (await scene.MessagesAsync(mail)).Count == 0; look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
        await scene.FaultsAsync(new { service = "sms" });
        await scene.ReplyAsync("no me escriban más", async () => (await scene.LedgerAsync("T-2")).End is not null);
        Assert.Equal((JourneyEnd.OptedOut, JourneyEnd.OptedOut), ((await scene.LedgerAsync("T-1")).End, (await scene.LedgerAsync("T-2")).End));

        await scene.PostAsync(Scene.Purchase("T-3", scene.Now, phone: "+51987654399", email: mail));
        Assert.Equal(LedgerReason.Suppressed, (await scene.LedgerAsync("T-3")).Reason);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        await scene.PostAsync(Scene.Purchase("T-4", scene.Now, phone: Phone, email: mail));
        var before = (await scene.MessagesAsync()).Count;
        await scene.ReplyAsync("ALTA", async () => (await scene.MessagesAsync()).Count > before);
        Assert.Contains("de nuevo", (await scene.MessagesAsync())[^1].Text, StringComparison.Ordinal);
        await scene.PostAsync(Scene.Purchase("T-5", scene.Now, phone: Phone, email: mail));
        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync("T-5")).Reason);
    }

    [Fact]
    public async Task Of_a_number_that_somebody_else_has_now_it_does_not_bind_who_had_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.PostAsync(Scene.Purchase("T-2", scene.Now, phone: "+51987654398")); // Ana has a new number
        await scene.AdvanceToAsync(Scene.Ten.AddDays(31));
        await scene.ReplyAsync("STOP", () => scene.Services.GetRequiredService<SuppressionStore>().IsSuppressedAsync("nobody", [Phone], TestContext.Current.CancellationToken));
        await scene.PostAsync(Scene.Purchase("T-3", scene.Now, phone: "+51987654398"));

        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync("T-3")).Reason);
    }

    [Fact]
    public async Task There_is_no_word_back()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Scene.Purchase("T-1", Scene.Ten));
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.AnswerAsync(Assert.Single(await scene.MessagesAsync()), complete: true, score: 2);
        var path = (await FirstToManagerAsync(scene)).CasePath;
        await SayStopAsync(scene);
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("move", "resolve"), KeyValuePair.Create("who", "Rosa"), KeyValuePair.Create("outcome", "Settled"), KeyValuePair.Create("wordBack", "Gracias.")]);
        using var resolved = await scene.Http.PostAsync(path, form, TestContext.Current.CancellationToken);
        Assert.Equal(303, (int)resolved.StatusCode);
        await scene.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(await scene.MessagesAsync());
    }

    private static async Task<Scene.Received> FirstToManagerAsync(Scene scene)
    {
        for (var look = 0; look < 100 && (await scene.MessagesAsync("+12025550190")).Count == 0; look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await scene.AdvanceAsync(TimeSpan.FromSeconds(10));
        }
        return (await scene.MessagesAsync("+12025550190"))[0];
    }

    private static Task SayStopAsync(Scene scene) =>
        scene.Services.GetRequiredService<SuppressionStore>().AddAsync(null, [Phone], "sms", scene.Now, TestContext.Current.CancellationToken);
}
