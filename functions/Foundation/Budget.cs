using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace CxFunctions.Foundation;

/// <summary>What is billed by the piece.</summary>
public enum SpendKind
{
    SmsSegment,
    Email,
    LanguageRecord,
}

/// <summary>
/// Counts what costs money, by UTC day, and says when the day's budget is spent. Counters are spread over a few rows so that
/// senders do not wait for each other; the cap may be passed by what is in flight while it is reached.
/// </summary>
public sealed class Budget(TableServiceClient tables, IOptions<BudgetOptions> options, TimeProvider time)
{
    private const int Shards = 8;
    private readonly TableClient _table = tables.GetTableClient(TableNames.Spend);

    /// <summary>Units of the kind that may still be spent today; never below 0.</summary>
    public async Task<int> LeftAsync(SpendKind kind, CancellationToken cancellationToken)
    {
        var spent = await SpentAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        return Math.Max(0, Cap(kind) - spent.GetValueOrDefault(kind));
    }

    /// <summary>Records what was spent; called once the service has taken the request.</summary>
    public async Task SpendAsync(SpendKind kind, int units, CancellationToken cancellationToken)
    {
        var day = Day(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        while (true)
        {
            var row = $"{kind}|{Random.Shared.Next(Shards)}";
            try
            {
                if (await _table.GetEntityIfExistsAsync<TableEntity>(day, row, cancellationToken: cancellationToken) is { HasValue: true, Value: { } entity })
                {
                    entity["Units"] = (entity.GetInt32("Units") ?? 0) + units;
                    await _table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, cancellationToken);
                }
                else
                {
                    await _table.AddEntityAsync(new TableEntity(day, row) { ["Kind"] = kind.ToString(), ["Units"] = units }, cancellationToken);
                }
                return;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else counted on this row meanwhile: once more, most likely on another.
            }
        }
    }

    /// <summary>What the UTC day has cost so far, in units of each kind.</summary>
    public async Task<IReadOnlyDictionary<SpendKind, int>> SpentAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var spent = new Dictionary<SpendKind, int>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Day(day)}"), cancellationToken: cancellationToken))
        {
            var kind = Enum.Parse<SpendKind>(row.GetString("Kind")!);
            spent[kind] = spent.GetValueOrDefault(kind) + (row.GetInt32("Units") ?? 0);
        }
        return spent;
    }

    public int Cap(SpendKind kind) => kind switch
    {
        SpendKind.SmsSegment => options.Value.SmsSegmentsPerDay,
        SpendKind.Email => options.Value.EmailsPerDay,
        _ => options.Value.LanguageRecordsPerDay,
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
