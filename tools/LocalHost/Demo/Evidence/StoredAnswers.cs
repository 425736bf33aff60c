using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Responses;
using CxFunctions.Sentiment;

namespace CxFunctions.LocalHost.Demo.Evidence;

/// <summary>Answers and words as they are stored, whoever gave them.</summary>
internal sealed class StoredAnswers(DemoWorld world)
{
    /// <summary>Tables that may hold what respondents wrote, also where they should not.</summary>
    private static readonly string[] TablesOfWords =
        [TableNames.Responses, TableNames.Verbatims, TableNames.VerbatimsByDay, TableNames.Cases, TableNames.OpenCases, TableNames.Alerts, TableNames.Facts];

    /// <summary>Columns that hold ids, whose digits are nobody's phone.</summary>
    private static readonly string[] Ids = ["PartitionKey", "RowKey", "odata.etag", "Timestamp", "JourneyId", "ContactId", "TransactionId", "Token", "CaseId"];

    public async Task<IReadOnlyList<StoredResponse>> ResponsesAsync(CancellationToken cancellationToken)
    {
        var store = new ResponseStore(world.Tables);
        var responses = new List<StoredResponse>();
        var contacts = new HashSet<string>();
        await foreach (var row in world.Tables.GetTableClient(TableNames.Responses).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            contacts.Add(row.GetString("ContactId"));
        }
        foreach (var contact in contacts)
        {
            await foreach (var response in store.OfContactAsync(contact, cancellationToken))
            {
                responses.Add(response);
            }
        }
        return responses;
    }

    public async Task<IReadOnlyList<StoredVerbatim>> VerbatimsAsync(CancellationToken cancellationToken)
    {
        var store = new VerbatimStore(world.Tables);
        var verbatims = new List<StoredVerbatim>();
        var now = world.Clock.GetUtcNow();
        foreach (var program in world.Catalog.All)
        {
            await foreach (var verbatim in store.LatestAsync(program.Id, now.AddDays(-10), now.AddMinutes(1), cancellationToken))
            {
                verbatims.Add(new(verbatim.Ref.JourneyId, verbatim.QuestionId, verbatim.Text));
            }
        }
        return verbatims;
    }

    public async Task<IReadOnlyList<StoredText>> WordsAsync(CancellationToken cancellationToken)
    {
        var words = new List<StoredText>();
        foreach (var table in TablesOfWords)
        {
            await foreach (var row in world.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            {
                words.AddRange(row.Where(column => column.Value is string && !Ids.Contains(column.Key)).SelectMany(column => Texts(table, row.RowKey, column.Key, (string)column.Value!)));
            }
        }
        return words;
    }

    /// <summary>The column's text; of JSON, each text in it.</summary>
    private static IEnumerable<StoredText> Texts(string table, string key, string column, string value) =>
        JsonTexts.In(value).Select(text => new StoredText($"{table} {key} {column}", text));
}
