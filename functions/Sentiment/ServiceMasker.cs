using Azure.AI.TextAnalytics;

namespace CxFunctions.Sentiment;

/// <summary>Masks what the service recognized as personal, an asterisk a character, so that lengths and line breaks stay.</summary>
internal static class ServiceMasker
{
    /// <summary>
    /// Recognized, but not of a person: "yesterday", "two hours", "the branch in Miraflores", "the cashier" are what a verbatim is about,
    /// and without them nobody could act on it.
    /// </summary>
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "DateTime", "Date", "Quantity", "Age", "Organization", "PersonType",
    };

    public static string Mask(string text, IEnumerable<PiiEntity> entities)
    {
        var masked = text.ToCharArray();
        foreach (var entity in entities.Where(e => !Kept.Contains(e.Category.ToString())))
        {
            var from = Math.Clamp(entity.Offset, 0, masked.Length);
            Array.Fill(masked, '*', from, Math.Clamp(entity.Length, 0, masked.Length - from));
        }
        return new string(masked);
    }
}
