using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.Contract.Durable;

public sealed class HubLeaseTests
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private readonly LostAnswer _answers = new();

    [Fact]
    public async Task A_heartbeat_whose_answer_was_lost_does_not_give_the_hub_away()
    {
        var table = await TableAsync();
        var lost = 0;
        using var lease = new HubLease(table, "hub", NullLogger.Instance, Beat);
        await lease.TakeAsync(() => lost++, DurableHub.Cancel);
        _answers.LoseNext();
        await _answers.Lost.WaitAsync(DurableHub.Patience, DurableHub.Cancel);
        var heard = await HeartbeatAsync(table);
        while (await HeartbeatAsync(table) <= heard.AddMilliseconds(200) && lost == 0)
        {
            await Task.Delay(Beat, DurableHub.Cancel);
        }

        Assert.Equal(0, lost);
        await lease.ReleaseAsync(DurableHub.Cancel);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(HubOwner.Partition, HubOwner.RowKey, cancellationToken: DurableHub.Cancel)).HasValue);
    }

    [Fact]
    public async Task A_hub_that_another_engine_took_is_let_go()
    {
        var table = await TableAsync();
        var lost = new TaskCompletionSource();
        using var lease = new HubLease(table, "hub", NullLogger.Instance, Beat);
        await lease.TakeAsync(() => lost.TrySetResult(), DurableHub.Cancel);
        await table.UpsertEntityAsync(HubOwner.Row("another"), TableUpdateMode.Replace, DurableHub.Cancel);

        await lost.Task.WaitAsync(DurableHub.Patience, DurableHub.Cancel);
        await lease.ReleaseAsync(DurableHub.Cancel);
        Assert.True(HubOwner.IsOf(await table.GetEntityAsync<TableEntity>(HubOwner.Partition, HubOwner.RowKey, cancellationToken: DurableHub.Cancel), "another"));
    }

    private static async Task<DateTimeOffset> HeartbeatAsync(TableClient table) =>
        (await table.GetEntityAsync<TableEntity>(HubOwner.Partition, HubOwner.RowKey, cancellationToken: DurableHub.Cancel)).Value.GetDateTimeOffset("Heartbeat")!.Value;

    private async Task<TableClient> TableAsync()
    {
        var options = new TableClientOptions();
        options.AddPolicy(_answers, HttpPipelinePosition.PerRetry);
        var table = new TableServiceClient(await DurableHub.Storage.Value, options).GetTableClient("lease" + Guid.NewGuid().ToString("N")[..12]);
        await table.CreateIfNotExistsAsync(DurableHub.Cancel);
        return table;
    }

    /// <summary>Loses one answer to a change that storage has made.</summary>
    private sealed class LostAnswer : HttpPipelinePolicy
    {
        private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _armed;

        public Task Lost => _lost.Task;

        public void LoseNext() => _armed = 1;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Method != RequestMethod.Get && Interlocked.Exchange(ref _armed, 0) == 1)
            {
                _lost.TrySetResult();
                throw new IOException("The connection was closed.");
            }
        }
    }
}
