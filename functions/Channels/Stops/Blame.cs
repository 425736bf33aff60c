namespace CxFunctions.Channels.Stops;

/// <summary>Whose fault it is that a service did not take a message.</summary>
public enum Blame
{
    /// <summary>The service's: later it may take it.</summary>
    Passing,

    /// <summary>This recipient can't be served.</summary>
    Recipient,

    /// <summary>A setting of ours: key, permission, endpoint, sender. It would not take anybody's.</summary>
    Ours,

    /// <summary>The service does not say. If it has just taken others, it is this message's.</summary>
    Unclear,
}
