namespace CxFunctions.Channels.Sends;

/// <summary>All legal moves of a message. Reports arrive at least once and in no order, and may overtake the sender's own note.</summary>
internal static class SendTransitions
{
    private static readonly HashSet<(SendState From, SendState To)> Legal =
    [
        (SendState.Intended, SendState.Sent),
        (SendState.Intended, SendState.Refused),
        (SendState.Intended, SendState.Delivered),
        (SendState.Intended, SendState.Undelivered),
        (SendState.Sent, SendState.Delivered),
        (SendState.Sent, SendState.Undelivered),

        // A mail server may take an e-mail and send it back later.
        (SendState.Delivered, SendState.Undelivered),
    ];

    public static bool Allow(SendState from, SendState to) => Legal.Contains((from, to));
}
