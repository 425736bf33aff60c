using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.Exports;

/// <summary>Why each transaction was or was not surveyed and what happened since, newest transaction first.</summary>
public sealed class LedgerEndpoint(Export export, LedgerStore ledger)
{
    [Function("Ledger")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/ledger")] HttpRequest request) =>
        export.RunAsync(request, "ledger", TimeSpan.FromDays(7), Columns, query => ledger
            .ListAsync(query.Program.Id, query.From, Before(query), request.HttpContext.RequestAborted)
            .Where(entry => query.After is null || string.CompareOrdinal(Position(entry), query.After) > 0)
            .Where(entry => query.Holds(entry.Touchpoint, entry.Channel, entry.Dimensions))
            .Select(entry => new ExportItem(Position(entry), entry, Cells(query.Program, entry))));

    /// <summary>Nothing newer than the last item seen needs to be read again.</summary>
    private static DateTimeOffset Before(ExportQuery query) =>
        query.After?.Split(TableKey.Separator)[0] is { } key && TableKey.NewestFirstAt(key) is { } last && last < query.To ? last.AddTicks(1) : query.To;

    private static string Position(LedgerEntry entry) => TableKey.Of(TableKey.NewestFirst(entry.OccurredAt), entry.JourneyId);

    private static IReadOnlyList<string> Columns(ExportQuery query) =>
        ["source", "transactionId", "journeyId", "contactId", "program", "programVersion", "touchpoint", .. query.Program.Dimensions, "occurredAt", "receivedAt", "reason", "detail",
            "channel", "inviteDueAt", "invitedAt", "remindedAt", "startedAt", "answeredAt", "expiresAt", "endedAt", "end", "cancelledAt"];

    private static IReadOnlyList<(string Column, object? Value)> Cells(SurveyProgram program, LedgerEntry entry) =>
    [
        ("source", entry.Source),
        ("transactionId", entry.TransactionId),
        ("journeyId", entry.JourneyId),
        ("contactId", entry.ContactId),
        ("program", entry.Program),
        ("programVersion", entry.ProgramVersion),
        ("touchpoint", entry.Touchpoint),
        .. program.Dimensions.Select(d => (d, (object?)entry.Dimensions.GetValueOrDefault(d))),
        ("occurredAt", entry.OccurredAt),
        ("receivedAt", entry.ReceivedAt),
        ("reason", Camel($"{entry.Reason}")),
        ("detail", entry.Detail),
        ("channel", Camel($"{entry.Channel}")),
        ("inviteDueAt", entry.InviteDueAt),
        ("invitedAt", entry.InvitedAt),
        ("remindedAt", entry.RemindedAt),
        ("startedAt", entry.StartedAt),
        ("answeredAt", entry.AnsweredAt),
        ("expiresAt", entry.ExpiresAt),
        ("endedAt", entry.EndedAt),
        ("end", Camel($"{entry.End}")),
        ("cancelledAt", entry.CancelledAt),
    ];

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
