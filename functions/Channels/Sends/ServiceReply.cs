using CxFunctions.Channels.Stops;

namespace CxFunctions.Channels.Sends;

/// <summary>What a service said to a message it was offered. Throttling and outages are exceptions, not replies.</summary>
/// <param name="MessageId">The service's id where it took the message.</param>
/// <param name="Refusal">Status and code where it did not; never personal data.</param>
/// <param name="Blame">Whose fault that is: the recipient's, ours, or unclear.</param>
public sealed record ServiceReply(string? MessageId, string? Refusal, Blame Blame = Blame.Passing)
{
    public static ServiceReply Taken(string messageId) => new(messageId, null);

    public static ServiceReply Refused(string why, Blame blame) => new(null, why, blame);
}
