using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.Cases;
using CxFunctions.Foundation.Durable;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Responses;

namespace CxFunctions.Tests.RealTime;

/// <summary>What stands in storage, read past the app.</summary>
internal sealed class Books(string storage)
{
    private const string Source = "standard";

    public TableServiceClient Tables { get; } = new(storage);

    public QueueServiceClient Queues { get; } = new(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>The engine's own tables.</summary>
    public JourneyHistory History => new(Tables);

    private LedgerStore Ledger => new(Tables);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string JourneyOf(Customer customer) => JourneyIds.Of(Source, customer.Transaction);

    /// <summary>Null while nothing stands in the ledger.</summary>
    public Task<LedgerEntry?> FindAsync(Customer customer) => Ledger.FindAsync(Source, customer.Transaction, Stop);

    public async Task<LedgerEntry> EntryAsync(Customer customer) =>
        await FindAsync(customer) ?? throw new InvalidOperationException($"{customer.Transaction} is not in the ledger.");

    /// <summary>Waits until the journey's end stands in the ledger.</summary>
    public async Task<LedgerEntry> EndedAsync(Customer customer, TimeSpan? within = null)
    {
        await Patience.UntilAsync($"{customer.Transaction} ends", async () => (await FindAsync(customer))?.End is not null, within);
        return await EntryAsync(customer);
    }

    /// <summary>Waits until the engine, too, is done with the journey, and well.</summary>
    public Task CompletedAsync(Customer customer) =>
        Patience.UntilAsync($"the engine completes {customer.Transaction}", async () => await History.StatusAsync(JourneyOf(customer)) == "Completed");

    public async Task<StoredResponse?> AnswerAsync(Customer customer)
    {
        var entry = await EntryAsync(customer);
        return await new ResponseStore(Tables).FindAsync(new(entry.ContactId, entry.OccurredAt, entry.JourneyId), Stop);
    }

    /// <summary>The case that the customer's answer opened; null while there is none.</summary>
    public async Task<Case?> CaseAsync(Customer customer) =>
        await new CaseStore(Tables).AllAsync(Stop).FirstOrDefaultAsync(c => c.Response.JourneyId == JourneyOf(customer), Stop);

    /// <summary>How many messages lie in a queue, seen and unseen; 0 where there is no such queue.</summary>
    public async Task<int> DepthAsync(string queue)
    {
        var client = Queues.GetQueueClient(queue);
        return await client.ExistsAsync(Stop) ? (await client.GetPropertiesAsync(Stop)).Value.ApproximateMessagesCount : 0;
    }

    /// <summary>How many messages of the queue are beyond hope.</summary>
    public Task<int> PoisonAsync(string queue) => DepthAsync(queue + "-poison");
}
