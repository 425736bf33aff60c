using Azure.Core;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Commits all actions or none. Their answers come in their order; each holds its row's new ETag in its headers.</summary>
    /// <exception cref="TableTransactionFailedException">One action was refused, named by its place; nothing is stored.</exception>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        using var message = BatchMessage(transactionActions, out var count);
        return BatchAnswer.Read(_operations.Send(message, "TableClient.SubmitTransaction", 202, 202, cancellationToken), count);
    }

    /// <inheritdoc cref="SubmitTransaction"/>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        using var message = BatchMessage(transactionActions, out var count);
        return BatchAnswer.Read(await _operations.SendAsync(message, "TableClient.SubmitTransaction", 202, 202, cancellationToken).ConfigureAwait(false), count);
    }

    private HttpMessage BatchMessage(IEnumerable<TableTransactionAction> actions, out int count)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var batch = new BatchBody(_operations.Endpoint, Name);
        foreach (var action in actions)
        {
            batch.Add(action);
        }
        count = batch.Count;
        if (count == 0)
        {
            batch.Dispose();
            throw new InvalidOperationException("Transaction contains no operations.");
        }
        var message = _operations.CreateMessage(RequestMethod.Post, "/$batch", batch.Close());
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, batch.ContentType);
        return message;
    }
}
