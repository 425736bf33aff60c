namespace CxFunctions.Channels.Sends;

/// <summary>What a service said to a message it was offered. Throttling, outages and wrong credentials are exceptions, not replies.</summary>
/// <param name="MessageId">The service's id where it took the message.</param>
/// <param name="Refusal">Why this recipient can't be served; never personal data.</param>
public sealed record ServiceReply(string? MessageId, string? Refusal)
{
    public static ServiceReply Taken(string messageId) => new(messageId, null);

    public static ServiceReply Refused(string why) => new(null, why);
}
