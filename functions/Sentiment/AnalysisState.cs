namespace CxFunctions.Sentiment;

/// <summary>How far the reading of an answer's words has come.</summary>
public enum AnalysisState
{
    /// <summary>The service was out of reach; it is being tried again.</summary>
    Pending,

    /// <summary>Out of reach for too long: it stays without sentiment.</summary>
    Unavailable,

    /// <summary>The day's budget was spent: it stays without sentiment.</summary>
    OverBudget,

    /// <summary>Read, or nothing to read.</summary>
    Done,
}
