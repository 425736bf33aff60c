namespace CxFunctions.Sentiment;

public static class VerbatimRules
{
    /// <summary>
    /// Whether what is at hand may take the place of what is stored: a newer revision, or the same one read further. An older revision never,
    /// and a reading is never taken back by a failure that comes late.
    /// </summary>
    public static bool IsNewer(AnalyzedResponse candidate, AnalyzedResponse stored) =>
        candidate.Revision != stored.Revision ? candidate.Revision > stored.Revision : candidate.State > stored.State;
}
