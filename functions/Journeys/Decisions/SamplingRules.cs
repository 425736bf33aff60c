using CxFunctions.Foundation;

namespace CxFunctions.Journeys.Decisions;

/// <summary>Draws the sample from the journey's id: the same transaction is in or out whenever it is asked, wherever.</summary>
internal static class SamplingRules
{
    /// <param name="journeyId">See <see cref="JourneyIds"/>.</param>
    /// <param name="share">0 takes nobody, 1 everybody.</param>
    public static bool Takes(string journeyId, double share) => LotOf(journeyId) < share;

    /// <summary>From 0 inclusive to 1 exclusive, evenly spread.</summary>
    public static double LotOf(string journeyId) => StableLot.Of("sample:" + journeyId);
}
