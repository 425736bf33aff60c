namespace CxFunctions.Foundation.Poison;

/// <summary>A queue and what of it failed for good.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Depth">About how many messages wait.</param>
/// <param name="Poison">About how many failed for good.</param>
/// <param name="Messages">The oldest of those; nothing of what they say.</param>
public sealed record PoisonQueue(string Queue, int Depth, int Poison, IReadOnlyList<PoisonMessage> Messages);

/// <param name="Id">In the poison queue.</param>
/// <param name="InsertedAt">When it came there, UTC.</param>
/// <param name="DequeueCount">How often it was taken from there.</param>
/// <param name="Reason">Null where none was written down.</param>
public sealed record PoisonMessage(string Id, DateTimeOffset? InsertedAt, long DequeueCount, PoisonReason? Reason);

/// <param name="Queue">Its name.</param>
/// <param name="Replayed">How many messages went back to it.</param>
/// <param name="More">Whether poison holds more: call again.</param>
public sealed record PoisonReplay(string Queue, int Replayed, bool More);
