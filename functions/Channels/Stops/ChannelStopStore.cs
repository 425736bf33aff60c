using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Channels.Stops;

/// <summary>A row for each stopped channel, in table <c>Sends</c>: all hosts know of it.</summary>
public sealed class ChannelStopStore(TableServiceClient tables)
{
    private const string Partition = "stopped";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Sends);

    public async Task<ChannelStop?> FindAsync(Channel channel, CancellationToken cancellationToken) =>
        await ReadAsync(channel, cancellationToken) is { } row ? StopOf(channel, row) : null;

    /// <returns>False where it was stopped already.</returns>
    public async Task<bool> AddAsync(ChannelStop stop, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(
                new TableEntity(Partition, stop.Channel.ToString()) { ["Since"] = stop.Since, ["Reason"] = stop.Reason, ["ProbeAt"] = stop.ProbeAt }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Takes the turn to try, for one message of all hosts.</summary>
    /// <returns>Whether this one has it.</returns>
    public async Task<bool> TakeProbeAsync(Channel channel, DateTimeOffset now, DateTimeOffset next, CancellationToken cancellationToken)
    {
        if (await ReadAsync(channel, cancellationToken) is not { } row)
        {
            return true;
        }
        if (now < StopOf(channel, row).ProbeAt)
        {
            return false;
        }
        row["ProbeAt"] = next;
        try
        {
            await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (ContendedWrite.IsOvertaken(e))
        {
            return false; // Another tries.
        }
    }

    /// <returns>The stop that was; null where there was none, or another has opened the channel.</returns>
    public async Task<ChannelStop?> RemoveAsync(Channel channel, CancellationToken cancellationToken)
    {
        if (await ReadAsync(channel, cancellationToken) is not { } row)
        {
            return null;
        }
        try
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return StopOf(channel, row);
        }
        catch (RequestFailedException e) when (ContendedWrite.IsOvertaken(e))
        {
            return null;
        }
    }

    private static ChannelStop StopOf(Channel channel, TableEntity row) =>
        new(channel, row.GetDateTimeOffset("Since")!.Value, row.GetString("Reason"), row.GetDateTimeOffset("ProbeAt")!.Value);

    private async Task<TableEntity?> ReadAsync(Channel channel, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(Partition, channel.ToString(), cancellationToken: cancellationToken) is { HasValue: true, Value: { } row } ? row : null;
}
