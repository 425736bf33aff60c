using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys;

/// <summary>A journey is known by its transaction: a second delivery names the same journey and starts nothing.</summary>
public static class JourneyIds
{
    /// <summary>What all of them begin with.</summary>
    internal const string Prefix = "journey-";

    private const string GenerationMark = ".r"; // A dot is in no id of ours.

    public static string Of(string source, string transactionId) => Prefix + StableId.Of(source, transactionId);

    /// <summary>The orchestration of a journey: its own id, and another for each time that a failed one was taken up again.</summary>
    /// <param name="journeyId">See <see cref="Of"/>.</param>
    /// <param name="generation">See <see cref="LedgerEntry.Generation"/>.</param>
    public static string InstanceOf(string journeyId, int generation) => generation == 0 ? journeyId : $"{journeyId}{GenerationMark}{generation}";

    /// <summary>The other way round.</summary>
    internal static (string JourneyId, int Generation) Split(string instanceId) =>
        instanceId.LastIndexOf(GenerationMark, StringComparison.Ordinal) is > 0 and var mark && int.TryParse(instanceId.AsSpan(mark + GenerationMark.Length), out var generation)
            ? (instanceId[..mark], generation)
            : (instanceId, 0);

    /// <summary>A journey's message on a channel: the same id is never sent twice.</summary>
    public static string SendOf(string journeyId, Channel channel, bool isReminder) =>
        $"{journeyId}/{(channel == Channel.Sms ? "sms" : "email")}/{(isReminder ? "remind" : "invite")}";

    /// <summary>The channel that an invitation was sent by; null for reminders and what is none of the journey's.</summary>
    internal static Channel? InvitedBy(string journeyId, string? sendId) =>
        Enum.GetValues<Channel>().Where(c => sendId == SendOf(journeyId, c, isReminder: false)).Select(c => (Channel?)c).FirstOrDefault();
}
