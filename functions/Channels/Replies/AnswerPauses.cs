using Azure.Data.Tables;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Replies;

/// <summary>
/// When a phone was last answered, in table <c>Sends</c>. A question is asked once in a week, because who did not answer it was asked; anything
/// else once in a minute, because two machines that answer each other would never end.
/// </summary>
public sealed class AnswerPauses(TableServiceClient tables, AddressDigest digest)
{
    private readonly TableClient _table = tables.GetTableClient(TableNames.Sends);

    private static TimeSpan PauseOf(Wish wish) => wish == Wish.Unclear ? TimeSpan.FromDays(7) : TimeSpan.FromMinutes(1);

    /// <summary>Takes the turn for one message, if it is free. Asked again for the same message the answer is the same.</summary>
    public Task<bool> TakeAsync(WishReceived wish, CancellationToken cancellationToken) => ContendedWrite.RunAsync(
        async () =>
        {
            var (partition, kind) = ("phone|" + digest.OfAddress(wish.Phone), wish.Wish.ToString());
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, kind, cancellationToken: cancellationToken);
            var row = found.HasValue ? found.Value! : new TableEntity(partition, kind);
            if (found.HasValue && row.GetString("Message") == wish.Id)
            {
                return true;
            }
            if (found.HasValue && wish.At < row.GetDateTimeOffset("At") + PauseOf(wish.Wish))
            {
                return false;
            }
            (row["Message"], row["At"]) = (wish.Id, wish.At);
            _ = found.HasValue
                ? await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken)
                : await _table.AddEntityAsync(row, cancellationToken);
            return true;
        },
        cancellationToken);
}
