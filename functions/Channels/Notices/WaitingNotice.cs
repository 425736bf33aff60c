using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>A notice that could not be delivered yet to one person on one channel.</summary>
/// <param name="Notice">As it was sent.</param>
/// <param name="Recipient">Name among the program's recipients.</param>
/// <param name="Channel">The way it goes.</param>
/// <param name="Since">When it began to wait, UTC.</param>
public sealed record WaitingNotice(ManagerNotice Notice, string Recipient, Channel Channel, DateTimeOffset Since);
