using CxFunctions.Foundation;
using CxFunctions.Journeys.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.Exports;

/// <summary>
/// Why each transaction was or was not surveyed and what happened since, newest transaction first. What is dated in the future, or was refused,
/// stands where it arrived; what belongs to no program comes last.
/// </summary>
public sealed class LedgerEndpoint(Export export, LedgerStore ledger)
{
    // Another instance's clock may be ahead of this one's.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    [Function("Ledger")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/ledger")] HttpRequest request) =>
        export.RunAsync(request, "ledger", TimeSpan.FromDays(7), Columns, part => ledger
            .ListAsync(part.List, part.Query.From.Utc, Before(part), request.HttpContext.RequestAborted)
            .Where(entry => part.After is null || string.CompareOrdinal(Position(entry), part.After) > 0)
            .Where(entry => part.Query.Holds(entry.Touchpoint, entry.Channel, entry.Dimensions))
            .Select(entry => new ExportItem(Position(entry), entry, Cells(part.Query, entry))), LedgerKeys.NoProgram, Ahead);

    /// <summary>Nothing newer than the last item seen needs to be read again.</summary>
    private static DateTimeOffset Before(ExportPart part) =>
        part.After?.Split(TableKey.Separator)[0] is { } key && TableKey.NewestFirstAt(key) is { } last && last < part.Query.To.Utc ? last.AddTicks(1) : part.Query.To.Utc;

    private static string Position(LedgerEntry entry) => TableKey.Of(TableKey.NewestFirst(entry.ListedAt), entry.JourneyId);

    private static IReadOnlyList<string> Columns(ExportQuery query) =>
        ["source", "transactionId", "journeyId", "contactId", "program", "programVersion", "touchpoint", .. query.DimensionNames, "occurredAt", "receivedAt", "reason", "detail",
            "channel", "inviteDueAt", "invitedAt", "deliveredAt", "remindedAt", "startedAt", "answeredAt", "expiresAt", "endedAt", "end", "cancelledAt", "unusable"];

    private static IReadOnlyList<(string Column, object? Value)> Cells(ExportQuery query, LedgerEntry entry) =>
    [
        ("source", entry.Source),
        ("transactionId", entry.TransactionId),
        ("journeyId", entry.JourneyId),
        ("contactId", entry.ContactId),
        ("program", entry.Program),
        ("programVersion", entry.ProgramVersion),
        ("touchpoint", entry.Touchpoint),
        .. query.DimensionNames.Select(d => (d, (object?)entry.Dimensions.GetValueOrDefault(d))),
        ("occurredAt", entry.OccurredAt),
        ("receivedAt", entry.ReceivedAt),
        ("reason", Camel($"{entry.Reason}")),
        ("detail", entry.Detail),
        ("channel", Camel($"{entry.Channel}")),
        ("inviteDueAt", entry.InviteDueAt),
        ("invitedAt", entry.InvitedAt),
        ("deliveredAt", entry.DeliveredAt),
        ("remindedAt", entry.RemindedAt),
        ("startedAt", entry.StartedAt),
        ("answeredAt", entry.AnsweredAt),
        ("expiresAt", entry.ExpiresAt),
        ("endedAt", entry.EndedAt),
        ("end", Camel($"{entry.End}")),
        ("cancelledAt", entry.CancelledAt),
        ("unusable", string.Join(' ', entry.Unusable)),
    ];

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
