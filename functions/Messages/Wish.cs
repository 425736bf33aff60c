namespace CxFunctions.Messages;

/// <summary>What somebody asks for who answers one of our SMS.</summary>
public enum Wish
{
    /// <summary>An opinion, a score, anything else: nothing about whether to write.</summary>
    None,

    /// <summary>To be left alone.</summary>
    Stop,

    /// <summary>To be written to again.</summary>
    Start,

    /// <summary>To know who writes, and how to end it.</summary>
    Help,

    /// <summary>Maybe to be left alone: worth a question, never a guess.</summary>
    Unclear,
}
