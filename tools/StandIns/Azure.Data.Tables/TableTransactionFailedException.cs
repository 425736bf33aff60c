using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction that the service refused; nothing of it is stored.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = IndexOf(requestFailedException.Message);
    }

    /// <summary>Zero-based place of the action that failed, where the service named it.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The service writes the place before the message: «1:The specified entity already exists.»
    private static int? IndexOf(string message)
    {
        var colon = message.AsSpan().IndexOf(':');
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }
}
