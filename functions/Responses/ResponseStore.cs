using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Responses;

/// <summary>Table <c>Responses</c>: a partition for each customer, the newest transaction first.</summary>
public sealed class ResponseStore(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Responses);

    public async Task<StoredResponse?> FindAsync(ResponseRef reference, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(reference.ContactId), Row(reference), cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Everything the customer ever answered, newest transaction first.</summary>
    public async IAsyncEnumerable<StoredResponse> OfContactAsync(string contactId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(contactId)}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return Read(entity);
        }
    }

    /// <summary>Writes the response where nobody else did since <paramref name="before"/> was read.</summary>
    /// <exception cref="RequestFailedException">Among others where somebody did: read again and judge anew.</exception>
    internal Task WriteAsync(StoredResponse? before, StoredResponse after, CancellationToken cancellationToken) => before is null
        ? _table.AddEntityAsync(Write(after), cancellationToken)
        : _table.UpdateEntityAsync(Write(after), before.ETag, TableUpdateMode.Replace, cancellationToken);

    private static string Partition(string contactId) => TableKey.Escape(contactId);

    private static string Row(ResponseRef reference) => TableKey.Of(TableKey.NewestFirst(reference.OccurredAt), reference.JourneyId);

    private static TableEntity Write(StoredResponse r) => new(Partition(r.Ref.ContactId), Row(r.Ref))
    {
        ["ContactId"] = r.Ref.ContactId,
        ["OccurredAt"] = r.Ref.OccurredAt,
        ["JourneyId"] = r.Ref.JourneyId,
        ["Revision"] = r.Revision,
        ["Source"] = r.Source,
        ["TransactionId"] = r.TransactionId,
        ["Program"] = r.Program,
        ["Touchpoint"] = r.Touchpoint,
        ["Channel"] = r.Channel.ToString(),
        ["Locale"] = r.Locale,
        ["Dimensions"] = ToJson(r.Dimensions),
        ["Scores"] = ToJson(r.Scores),
        ["VerbatimPrints"] = ToJson(r.VerbatimPrints),
        ["Complete"] = r.Complete,
        ["StartedAt"] = r.StartedAt,
        ["SavedAt"] = r.SavedAt,
    };

    private static StoredResponse Read(TableEntity e) => new()
    {
        Ref = new(e.GetString("ContactId")!, e.GetDateTimeOffset("OccurredAt")!.Value, e.GetString("JourneyId")!),
        Revision = e.GetInt32("Revision")!.Value,
        Source = e.GetString("Source")!,
        TransactionId = e.GetString("TransactionId")!,
        Program = e.GetString("Program")!,
        Touchpoint = e.GetString("Touchpoint")!,
        Channel = Enum.Parse<Channel>(e.GetString("Channel")!),
        Locale = e.GetString("Locale")!,
        Dimensions = FromJson<Dictionary<string, string>>(e.GetString("Dimensions")!),
        Scores = FromJson<Dictionary<QuestionKind, int>>(e.GetString("Scores")!),
        VerbatimPrints = FromJson<Dictionary<string, string>>(e.GetString("VerbatimPrints")!),
        Complete = e.GetBoolean("Complete")!.Value,
        StartedAt = e.GetDateTimeOffset("StartedAt")!.Value,
        SavedAt = e.GetDateTimeOffset("SavedAt")!.Value,
        ETag = e.ETag,
    };

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, CxJson.Lenient);

    private static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, CxJson.Lenient)!;
}
