using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys;

/// <summary>A journey is known by its transaction: a second delivery names the same journey and starts nothing.</summary>
public static class JourneyIds
{
    public static string Of(string source, string transactionId) => "journey-" + StableId.Of(source, transactionId);

    /// <summary>A journey's message on a channel: the same id is never sent twice.</summary>
    public static string SendOf(string journeyId, Channel channel, bool isReminder) =>
        $"{journeyId}/{(channel == Channel.Sms ? "sms" : "email")}/{(isReminder ? "remind" : "invite")}";
}
