using System.Net;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>
/// A journey whose data no release wrote can't go on. It is in the books as failed, operations hear of it, and once the data is mended an operator
/// has it go on where it stood: here with the reminder.
/// </summary>
public sealed class FailedJourneyTests(Hosts hosts)
{
    private const string OperationsMail = "manager@cx.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journey_that_can_say_that_it_failed_is_told_of_and_taken_up_again()
    {
        var host = await hosts.Production;
        var person = new Customer("broken-contact");
        await AskedAsync(host, person);
        var row = new BrokenRow(host.Books.Tables.GetTableClient("Contacts"), StableId.Of("C-" + person.Transaction), "contact", "Locale", 7, "es-PE");

        await row.BreakAsync();
        var entry = await host.Books.EndedAsync(person);
        Assert.Equal(JourneyEnd.Failed, entry.End);
        Assert.Contains("RemindContact", entry.Detail, StringComparison.Ordinal);
        // Once an hour: it may have been of another survey that failed.
        await Patience.UntilAsync("operations hear of it", async () =>
            (await host.Outside.MessagesAsync(OperationsMail)).Any(m => m.Html?.Contains("could not go on", StringComparison.Ordinal) == true));

        await row.MendAsync();
        await GoesOnAsync(host, person);
    }

    /// <summary>It can't even write its end: whoever looks for such finds it.</summary>
    [Fact]
    public async Task A_journey_that_failed_without_a_word_is_found_and_taken_up_again()
    {
        var host = await hosts.Production;
        var person = new Customer("broken-entry");
        await AskedAsync(host, person);
        var row = new BrokenRow(host.Books.Tables.GetTableClient("Ledger"), Books.JourneyOf(person), "entry", "Reason", "Nonsense", "Eligible");

        await row.BreakAsync();
        await Patience.UntilAsync("the engine gives it up", async () => await host.Books.History.StatusAsync(Books.JourneyOf(person)) == "Failed");
        await row.MendAsync();
        Assert.Equal(JourneyEnd.Failed, (await host.Books.EndedAsync(person)).End);

        await GoesOnAsync(host, person);
    }

    /// <summary>Until the ledger says so, and that the message arrived: broken any earlier, it would be the invitation or the report of it that fails.</summary>
    private static async Task AskedAsync(RealHost host, Customer person)
    {
        await host.AskedAsync(person, QuickPrograms.Reminding);
        await Patience.UntilAsync("the invitation is written down", async () => await host.Books.EntryAsync(person) is { InvitedAt: not null, DeliveredAt: not null });
    }

    private static async Task GoesOnAsync(RealHost host, Customer person)
    {
        var path = $"/api/journeys/{Books.JourneyOf(person)}/resume";
        using var resumed = await host.SendAsync(HttpMethod.Post, path);
        Assert.Equal(HttpStatusCode.Accepted, resumed.StatusCode);
        await Patience.UntilAsync("the reminder comes", async () => (await host.Outside.SurveysOfAsync(person)).Count == 2);
        using var again = await host.SendAsync(HttpMethod.Post, path);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        var reminder = (await host.Outside.SurveysOfAsync(person))[^1];
        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(reminder, score: 9, complete: true));
        Assert.Equal(JourneyEnd.Answered, (await host.Books.EndedAsync(person)).End);
        Assert.Equal(2, (await host.Outside.SurveysOfAsync(person)).Count);
    }

    /// <summary>A row in which one column holds what no release writes.</summary>
    private sealed record BrokenRow(TableClient Table, string Partition, string Row, string Column, object Wrong, object Right)
    {
        public Task BreakAsync() => WriteAsync(Wrong);

        public Task MendAsync() => WriteAsync(Right);

        private Task WriteAsync(object value) =>
            Table.UpdateEntityAsync(new TableEntity(Partition, Row) { [Column] = value }, ETag.All, TableUpdateMode.Merge, Stop);
    }
}
