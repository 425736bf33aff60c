namespace CxFunctions.Messages;

/// <summary>How we came to know that an address must not be written to.</summary>
public static class SuppressionOrigins
{
    /// <summary>Said on the page behind a link.</summary>
    public const string Page = "page";

    /// <summary>Said by SMS.</summary>
    public const string Sms = "sms";

    /// <summary>Nobody said it: the mailbox or the number does not exist. Holds for that address only, and is no wish of the person.</summary>
    public const string Bounce = "bounce";
}
