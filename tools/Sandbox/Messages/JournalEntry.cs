using System.Text.Json.Serialization;
using CxFunctions.Sandbox.Events;

namespace CxFunctions.Sandbox.Messages;

/// <summary>One line of the journal. State is what the lines say when read in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(MessageAccepted), "message")]
[JsonDerivedType(typeof(StatusChanged), "status")]
[JsonDerivedType(typeof(MessagesCleared), "cleared")]
[JsonDerivedType(typeof(OptOutChanged), "optOut")]
[JsonDerivedType(typeof(EventPublished), "event")]
[JsonDerivedType(typeof(EventSettled), "settled")]
internal abstract record JournalEntry;

internal sealed record MessageAccepted(Message Message) : JournalEntry;

internal sealed record StatusChanged(string Id, string Status, string? Reason) : JournalEntry;

internal sealed record MessagesCleared : JournalEntry;

internal sealed record OptOutChanged(string From, string To, bool OptedOut) : JournalEntry;

internal sealed record EventPublished(ServiceEvent Event) : JournalEntry;

internal sealed record EventSettled(string EventId) : JournalEntry;
