namespace CxFunctions.Foundation.Poison;

/// <summary>Why a queue message failed for good.</summary>
/// <param name="Queue">Its queue, not the poison queue.</param>
/// <param name="Key">See <see cref="PoisonRules.KeyOf"/>.</param>
/// <param name="At">Of the last try, UTC.</param>
/// <param name="Function">The function that could not handle it.</param>
/// <param name="Invocation">The id of the last try, under which the log has the rest.</param>
/// <param name="Tries">How many there were.</param>
/// <param name="Exceptions">Types, outermost first.</param>
/// <param name="Sentence">For people; nothing of the message.</param>
public sealed record PoisonReason(string Queue, string Key, DateTimeOffset At, string Function, string Invocation, int Tries, string Exceptions, string Sentence);
