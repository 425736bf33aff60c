using System.Globalization;
using Azure.Data.Tables;
using CxFunctions.Foundation;
using Microsoft.Extensions.Options;

namespace CxFunctions.Spending;

/// <summary>What is billed by the piece.</summary>
public enum SpendKind
{
    /// <summary>Of messages to customers.</summary>
    SmsSegment,

    /// <summary>To customers.</summary>
    Email,

    /// <summary>Of notices to managers.</summary>
    NoticeSmsSegment,

    /// <summary>To managers.</summary>
    NoticeEmail,

    LanguageRecord,
}

/// <summary>
/// Counts what costs money, by UTC day, and says when the day's budget is spent. Counters are spread over a few rows so that hosts do not wait for
/// each other, and what one host spends at the same time is counted in one write; the cap may be passed by what is in flight while it is reached.
/// </summary>
public sealed class Budget
{
    private const int Shards = 8;

    // More than a host ever has under way.
    private const int MostAtOnce = 1000;

    private readonly IOptions<BudgetOptions> _options;
    private readonly TimeProvider _time;
    private readonly TableClient _table;
    private readonly Dictionary<SpendKind, Batcher<int, bool>> _spending;

    public Budget(TableServiceClient tables, IOptions<BudgetOptions> options, TimeProvider time)
    {
        (_options, _time, _table) = (options, time, tables.GetTableClient(TableNames.Spend));
        _spending = Enum.GetValues<SpendKind>().ToDictionary(kind => kind, kind =>
        {
            var counter = new SpendCounter(_table, kind, Shards);
            return new Batcher<int, bool>(MostAtOnce, async units =>
            {
                await counter.AddAsync(Day(Today), units.Sum());
                return new bool[units.Count];
            });
        });
    }

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Units of the kind that may still be spent today; never below 0.</summary>
    public async Task<int> LeftAsync(SpendKind kind, CancellationToken cancellationToken)
    {
        var spent = await SpentAsync(Today, cancellationToken);
        return Math.Max(0, Cap(kind) - spent.GetValueOrDefault(kind));
    }

    /// <summary>Records what was spent; called once the service has taken the request.</summary>
    public Task SpendAsync(SpendKind kind, int units, CancellationToken cancellationToken) =>
        units == 0 ? Task.CompletedTask : _spending[kind].RunAsync(units).WaitAsync(cancellationToken);

    /// <summary>What the UTC day has cost so far, in units of each kind.</summary>
    public async Task<IReadOnlyDictionary<SpendKind, int>> SpentAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var spent = new Dictionary<SpendKind, int>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Day(day)}"), cancellationToken: cancellationToken))
        {
            // A newer release that runs beside this one may count what is not known here.
            if (Enum.TryParse<SpendKind>(row.GetString("Kind"), out var kind))
            {
                spent[kind] = spent.GetValueOrDefault(kind) + (row.GetInt32(SpendCounter.Units) ?? 0);
            }
        }
        return spent;
    }

    public int Cap(SpendKind kind) => kind switch
    {
        SpendKind.SmsSegment => _options.Value.SmsSegmentsPerDay,
        SpendKind.Email => _options.Value.EmailsPerDay,
        SpendKind.NoticeSmsSegment => _options.Value.NoticeSmsSegmentsPerDay,
        SpendKind.NoticeEmail => _options.Value.NoticeEmailsPerDay,
        _ => _options.Value.LanguageRecordsPerDay,
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
