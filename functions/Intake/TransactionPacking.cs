using CxFunctions.Foundation;

namespace CxFunctions.Intake;

/// <summary>Packs transactions into as few messages as the size of one allows, in their order.</summary>
internal static class TransactionPacking
{
    // The envelope's own members; the delivery's id is at most 128 bytes.
    private const int EnvelopeBytes = 512;

    public static IEnumerable<IReadOnlyList<T>> Pack<T>(IEnumerable<T> transactions)
    {
        var part = new List<T>();
        var bytes = EnvelopeBytes;
        foreach (var transaction in transactions)
        {
            var size = TransactionRules.SizeOf(transaction) + 1;
            if (part.Count > 0 && bytes + size > QueueSender.MaxBytes)
            {
                yield return part;
                part = [];
                bytes = EnvelopeBytes;
            }
            part.Add(transaction);
            bytes += size;
        }
        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
