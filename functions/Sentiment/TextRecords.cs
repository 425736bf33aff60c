namespace CxFunctions.Sentiment;

/// <summary>What a document costs: the service bills each started 1,000 characters once for every feature asked.</summary>
public static class TextRecords
{
    private const int Characters = 1000;
    private const int Features = 3; // personal data, sentiment with opinions, key phrases

    /// <summary>Text records of one feature; at least 1.</summary>
    public static int Of(string text) => Math.Max(1, (text.Length + Characters - 1) / Characters);

    /// <summary>How many documents, from the first on, the records that are left pay for in full.</summary>
    internal static int Affordable(IReadOnlyList<LanguageDocument> documents, int left)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            var (text, locale) = documents[i];
            left -= Of(text) * (LanguageRules.IsDoubtful(text, locale) ? Features + 1 : Features);
            if (left < 0)
            {
                return i;
            }
        }
        return documents.Count;
    }
}
