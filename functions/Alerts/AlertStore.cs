using System.Globalization;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;

namespace CxFunctions.Alerts;

/// <summary>
/// Raised alerts, by program and day; and the throttle of each rule and touchpoint. An alert row is written before anything is
/// sent and marked when it was passed on, so that a second delivery finishes the first and never doubles it.
/// </summary>
public sealed class AlertStore(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Alerts);

    /// <summary>Writes the alert down; false where it was written and passed on before.</summary>
    public async Task<bool> RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition(alert), alert.Id)
        {
            ["RuleId"] = alert.RuleId,
            ["Touchpoint"] = alert.Touchpoint,
            ["JourneyId"] = alert.JourneyId,
            ["RaisedAt"] = alert.RaisedAt,
            ["Passed"] = "",
        };
        try
        {
            await _table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            var found = await _table.GetEntityAsync<TableEntity>(Partition(alert), alert.Id, cancellationToken: cancellationToken);
            return string.IsNullOrEmpty(found.Value.GetString("Passed"));
        }
    }

    /// <param name="alert">A raised alert.</param>
    /// <param name="passed">Where it went: case, notice or held.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task MarkPassedAsync(Alert alert, string passed, CancellationToken cancellationToken) =>
        _table.UpdateEntityAsync(new TableEntity(Partition(alert), alert.Id) { ["Passed"] = passed }, ETag.All, TableUpdateMode.Merge, cancellationToken);

    /// <summary>
    /// Asks the throttle. A yes is remembered under the alert's id, so that asking again for the same alert says yes again.
    /// </summary>
    /// <returns>How many alerts were held back since the last one that went out, or null to hold this one back too.</returns>
    public async Task<int?> MayTellAsync(Alert alert, TimeSpan throttle, CancellationToken cancellationToken)
    {
        if (throttle <= TimeSpan.Zero)
        {
            return 0;
        }
        return await DecideAsync(alert, state =>
        {
            if (state.GetString("LastAlert") == alert.Id)
            {
                return state.GetInt32("HeldBefore") ?? 0;
            }
            var held = state.GetInt32("Held") ?? 0;
            var open = state.GetDateTimeOffset("LastAt") is not { } last || alert.RaisedAt - last >= throttle;
            if (open)
            {
                (state["LastAlert"], state["LastAt"], state["HeldBefore"], state["Held"]) = (alert.Id, alert.RaisedAt, held, 0);
            }
            else
            {
                state["Held"] = held + 1;
            }
            return open ? held : (int?)null;
        }, cancellationToken);
    }

    /// <summary>
    /// Asks the throttle of a rule that opens cases, of which none is held back for good. The answer is remembered with the last alert that asked.
    /// </summary>
    /// <returns>When it is to be told; null for at once.</returns>
    public async Task<DateTimeOffset?> TellAtAsync(Alert alert, TimeSpan throttle, CancellationToken cancellationToken)
    {
        if (throttle <= TimeSpan.Zero)
        {
            return null;
        }
        var at = await DecideAsync(alert, state =>
        {
            var last = state.GetDateTimeOffset("TellAt");
            if (state.GetString("LastAlert") == alert.Id)
            {
                return last;
            }
            var tellAt = AlertThrottleRules.TellAt(last, alert.RaisedAt, throttle);
            (state["LastAlert"], state["TellAt"]) = (alert.Id, tellAt);
            return tellAt;
        }, cancellationToken);
        return at > alert.RaisedAt ? at : null;
    }

    /// <summary>Changes the throttle of the alert's rule and touchpoint; decided anew where another alert was faster.</summary>
    private Task<T> DecideAsync<T>(Alert alert, Func<TableEntity, T> decide, CancellationToken cancellationToken) => ContendedWrite.RunAsync(
        async () =>
        {
            var (partition, row) = (TableKey.Of("throttle", alert.Program), TableKey.Of(alert.RuleId, alert.Touchpoint));
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
            var state = found.HasValue ? found.Value! : new TableEntity(partition, row);
            var decision = decide(state);
            await (found.HasValue
                ? _table.UpdateEntityAsync(state, state.ETag, TableUpdateMode.Replace, cancellationToken)
                : _table.AddEntityAsync(state, cancellationToken));
            return decision;
        },
        cancellationToken);

    private static string Partition(Alert alert) => TableKey.Of(alert.Program, alert.OccurredAt.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
}
