using System.Net.Http.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.LocalHost.Azurite;

namespace CxFunctions.Tests.Tools.LocalHost;

/// <summary>What the emulator counts when the official clients work with it.</summary>
public sealed class OperationCountsTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly HttpClient _http = new();
    private AzuriteServer? _server;

    [Fact]
    public async Task A_queue_s_requests_are_told_by_kind_and_polls_that_find_nothing_apart()
    {
        var storage = await StartAsync(counts: true);
        var queue = new QueueClient(storage, "letters");
        await queue.CreateAsync(cancellationToken: Cancel);
        await queue.SendMessageAsync("one", Cancel);
        await queue.SendMessageAsync("two", Cancel);
        var message = (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        var kept = (await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, "three", cancellationToken: Cancel)).Value;
        await queue.DeleteMessageAsync(message.MessageId, kept.PopReceipt, Cancel);
        await queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(1), Cancel);
        await queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(1), Cancel);

        Assert.Equal(
            ["CreateQueue 1", "DeleteMessage 1", "GetMessages (none) 1", "GetMessages 2", "PutMessage 2", "UpdateMessage 1"],
            await CountsAsync(storage, "queue", "letters"));
    }

    [Fact]
    public async Task A_table_s_requests_are_told_by_kind_and_a_batch_is_one()
    {
        var storage = await StartAsync(counts: true);
        var table = new TableServiceClient(storage).GetTableClient("Rows");
        await table.CreateAsync(Cancel);
        await table.AddEntityAsync(new TableEntity("p", "it's (1)"), Cancel);
        await table.UpsertEntityAsync(new TableEntity("p", "2"), TableUpdateMode.Merge, Cancel);
        await table.UpsertEntityAsync(new TableEntity("p", "2"), TableUpdateMode.Replace, Cancel);
        await table.GetEntityAsync<TableEntity>("p", "it's (1)", cancellationToken: Cancel);
        Assert.Equal(2, await table.QueryAsync<TableEntity>(row => row.PartitionKey == "p", cancellationToken: Cancel).CountAsync(Cancel));
        await table.SubmitTransactionAsync(
            [.. Enumerable.Range(3, 5).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{n}")))], Cancel);
        await table.DeleteEntityAsync("p", "2", cancellationToken: Cancel);

        Assert.Equal(
            ["Batch 1", "DeleteEntity 1", "GetEntity 1", "InsertEntity 1", "MergeEntity 1", "QueryEntities 1", "UpdateEntity 1"],
            await CountsAsync(storage, "table", "Rows"));
    }

    [Fact]
    public async Task Who_only_looks_on_is_not_counted()
    {
        var storage = await StartAsync(counts: true);
        var options = new TableClientOptions { Diagnostics = { ApplicationId = "uncounted" } };
        await new TableServiceClient(storage, options).GetTableClient("Rows").CreateAsync(Cancel);

        Assert.Empty(await CountsAsync(storage, "table", "(tables)"));
    }

    [Fact]
    public async Task Nothing_is_counted_unless_that_was_asked_for()
    {
        var storage = await StartAsync(counts: false);
        using var answer = await _http.GetAsync(Address(storage), Cancel);

        Assert.False(answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartAsync(bool counts)
    {
        var options = new AzuriteOptions { Folder = _folder, InMemory = true, CountsOperations = counts, Grace = TimeSpan.FromSeconds(5) };
        _server = await AzuriteServer.StartAsync(options, Console.Error.WriteLine, Cancel);
        return _server.ConnectionString();
    }

    private async Task<IReadOnlyList<string>> CountsAsync(string storage, string service, string name) =>
        [.. (await _http.GetFromJsonAsync<List<Counted>>(Address(storage), Cancel))!
            .Where(c => c.Service == service && c.Name == name).Select(c => $"{c.Verb} {c.Count}").Order(StringComparer.Ordinal)];

    private static Uri Address(string storage) => new(new QueueServiceClient(storage).Uri, "/--operations");

    private sealed record Counted(string Service, string Name, string Verb, int Count);
}
