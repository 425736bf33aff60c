namespace CxFunctions.Contacts.Suppressions;

/// <summary>Whether somebody had said stop at a moment.</summary>
/// <param name="Suppressed">By the contact's id or any of its addresses.</param>
/// <param name="At">When the look began, UTC.</param>
/// <param name="Unreachable">Those of the addresses that are known not to exist, as they were given; null: none.</param>
public readonly record struct SuppressionLook(bool Suppressed, DateTimeOffset At, IReadOnlyCollection<string>? Unreachable = null);
