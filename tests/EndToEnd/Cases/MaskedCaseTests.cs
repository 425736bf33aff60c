using Azure.Data.Tables;
using CxFunctions.Cases;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using CxFunctions.Sentiment;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Cases;

/// <summary>What a customer says may hold a telephone, an address and a name. Whichever way it comes to a manager, it comes masked as it is stored.</summary>
public sealed class MaskedCaseTests
{
    private const string Said = "Soy Ana Quispe, me atendió Carlos Mendoza muy mal. Llamen al 987 654 321 o a ana.q@correo.pe";
    private const string Manager = "+12025550190";
    private const string ManagersMail = "manager@cx.example";
    private static readonly string[] ByForm = ["987 654 321", "ana.q@correo.pe"];
    private static readonly string[] Personal = [.. ByForm, "Quispe", "Mendoza"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_case_its_list_its_page_and_every_message()
    {
        await using var scene = await Scene.StartAsync();
        await (await Unhappy.AskedAsync(scene, 1)).AnswerAsync(1, words: Said);

        Assert.Contains("muy mal", (await scene.MessagesAsync(Manager))[0].Text, StringComparison.Ordinal);
        await NothingStandsAnywhereAsync(scene, Personal);
    }

    [Fact]
    public async Task Words_that_nobody_could_read_for_names_travel_in_no_message_and_stand_in_the_case_masked_once_they_are_read()
    {
        await using var scene = await Scene.StartAsync(change: options => options with
        {
            Settings = new Dictionary<string, string> { ["Language__RetryFirst"] = "00:00:02", ["Language__RetryAtMost"] = "00:00:02" },
        });
        var people = await Unhappy.AskedAsync(scene, 1);
        await scene.FaultsAsync(new { service = "language", rate500 = 1.0 });
        await people.AnswerAsync(1, words: Said);
        Assert.Contains("The comment stands behind the link.", Assert.Single(await scene.MessagesAsync(Manager)).Text, StringComparison.Ordinal);
        await NothingStandsAnywhereAsync(scene, ByForm);

        await scene.FaultsAsync(new { service = "language", rate500 = 0.0 });
        var opened = await CaseAsync(scene);
        for (var look = 0; look < 200 && (await CaseAsync(scene)).Verbatim == opened.Verbatim; look++)
        {
            await scene.AdvanceAsync(TimeSpan.FromSeconds(2));
            await Task.Delay(100, Stop);
        }
        await scene.WhenIdleAsync();

        var stored = await scene.Services.GetRequiredService<VerbatimStore>().FindAsync(opened.Response, Stop);
        Assert.Equal(stored!.Verbatims[0].Text, (await CaseAsync(scene)).Verbatim);
        await NothingStandsAnywhereAsync(scene, Personal);
        Assert.Single(await scene.MessagesAsync(Manager)); // nobody is told again
        Assert.Equal([CaseEventKind.Opened], (await scene.Services.GetRequiredService<CaseStore>().TimelineAsync(opened.Id, Stop)).Where(e => e.What != CaseEventKind.Opening).Select(e => e.What));
    }

    private static async Task NothingStandsAnywhereAsync(Scene scene, IReadOnlyList<string> personal)
    {
        var c = await CaseAsync(scene);
        var seen = new List<string>
        {
            await scene.Http.GetStringAsync($"/cases/{c.Token}", Stop) is var page ? page[page.IndexOf("id=\"said\"", StringComparison.Ordinal)..page.IndexOf("id=\"call\"", StringComparison.Ordinal)] : "",
        };
        foreach (var to in new[] { Manager, ManagersMail })
        {
            using var sandbox = new HttpClient { BaseAddress = scene.SandboxUrl };
            seen.Add(await sandbox.GetStringAsync($"/sandbox/messages?to={Uri.EscapeDataString(to)}", Stop));
        }
        foreach (var table in new[] { TableNames.Cases, TableNames.OpenCases, TableNames.WaitingNotices, TableNames.Alerts, TableNames.Sends, TableNames.Verbatims, TableNames.VerbatimsByDay })
        {
            await foreach (var row in scene.Services.GetRequiredService<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                seen.AddRange(row.Select(column => column.Value).OfType<string>());
            }
        }
        Assert.All(personal, word => Assert.DoesNotContain(seen, text => text.Contains(word, StringComparison.Ordinal)));
    }

    private static async Task<Case> CaseAsync(Scene scene) => await scene.Services.GetRequiredService<CaseStore>().AllAsync(Stop).SingleAsync(Stop);
}
