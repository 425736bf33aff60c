using CxFunctions.Foundation;

namespace CxFunctions.Journeys;

/// <summary>A journey is known by its transaction: a second delivery names the same journey and starts nothing.</summary>
public static class JourneyIds
{
    public static string Of(string source, string transactionId) => "journey-" + StableId.Of(source, transactionId);
}
