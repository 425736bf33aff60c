using CxFunctions.Catalog;

namespace CxFunctions.Channels.Stops;

/// <summary>A channel that takes nobody's messages, for a reason of ours.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Since">When it was found, UTC.</param>
/// <param name="Reason">Status and code of the service; never what it was sent.</param>
/// <param name="ProbeAt">When one message may try again, UTC.</param>
public sealed record ChannelStop(Channel Channel, DateTimeOffset Since, string Reason, DateTimeOffset ProbeAt);
