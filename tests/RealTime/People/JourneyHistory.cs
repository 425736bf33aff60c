using Azure.Data.Tables;

namespace CxFunctions.Tests.RealTime;

/// <summary>What the official engine has written about an instance: its own tables, by the names it gives them.</summary>
internal sealed class JourneyHistory(TableServiceClient tables)
{
    private readonly TableClient _history = tables.GetTableClient("CxJourneysHistory");
    private readonly TableClient _instances = tables.GetTableClient("CxJourneysInstances");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Activities that were asked for, by name, in order.</summary>
    public async Task<IReadOnlyList<string>> ActivitiesAsync(string instance) =>
        [.. (await EventsAsync(instance, "TaskScheduled")).Select(row => row.GetString("Name"))];

    /// <summary>How many timers were set.</summary>
    public async Task<int> TimersAsync(string instance) => (await EventsAsync(instance, "TimerCreated")).Count;

    /// <summary>How many events came in from outside.</summary>
    public async Task<int> SignalsAsync(string instance) => (await EventsAsync(instance, "EventRaised")).Count;

    /// <summary>How often it began: 1, unless it was started a second time.</summary>
    public async Task<int> StartsAsync(string instance) => (await EventsAsync(instance, "ExecutionStarted")).Count;

    /// <summary>Pending, Running, Completed, Failed and so on; null where there is none.</summary>
    public async Task<string?> StatusAsync(string instance) => (await RowAsync(instance))?.GetString("RuntimeStatus");

    /// <summary>When the instance of this id was started, the last one where there were several.</summary>
    public async Task<DateTimeOffset?> CreatedAsync(string instance) => (await RowAsync(instance))?.GetDateTimeOffset("CreatedTime");

    private async Task<TableEntity?> RowAsync(string instance) =>
        (await _instances.GetEntityIfExistsAsync<TableEntity>(instance, "", cancellationToken: Stop)) is { HasValue: true, Value: { } row } ? row : null;

    private async Task<List<TableEntity>> EventsAsync(string instance, string type) =>
        await _history.QueryAsync<TableEntity>($"PartitionKey eq '{instance}' and EventType eq '{type}'", cancellationToken: Stop).ToListAsync(Stop);
}
