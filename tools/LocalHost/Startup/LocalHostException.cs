namespace CxFunctions.LocalHost;

/// <summary>Something the user can mend; the message says what, and is all that they are shown.</summary>
public sealed class LocalHostException : Exception
{
    /// <summary>A failure with its sentence.</summary>
    /// <param name="message">What is wrong, and what to do about it.</param>
    public LocalHostException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its sentence and its cause.</summary>
    /// <param name="message">What is wrong, and what to do about it.</param>
    /// <param name="cause">Why.</param>
    public LocalHostException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
