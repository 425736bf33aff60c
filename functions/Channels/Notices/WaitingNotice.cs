using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Notices;

/// <summary>A notice that could not be delivered yet to one person on one channel.</summary>
/// <param name="Notice">As it was sent.</param>
/// <param name="Recipient">Name among the program's recipients.</param>
/// <param name="Channel">The way it goes.</param>
/// <param name="Since">When it began to wait, UTC.</param>
public sealed record WaitingNotice(ManagerNotice Notice, string Recipient, Channel Channel, DateTimeOffset Since)
{
    /// <summary>When it was to be told, where that was later than it began to wait: at the beginning of work, at the end of a throttle. UTC.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// The id of the message that was tried for it, its own or a common one: whether the service took that may be unknown, so no other may stand
    /// for it any more. Null while none was.
    /// </summary>
    public string? Claim { get; init; }

    /// <summary>From when on it is late.</summary>
    public DateTimeOffset Expected => Due ?? Since;
}
