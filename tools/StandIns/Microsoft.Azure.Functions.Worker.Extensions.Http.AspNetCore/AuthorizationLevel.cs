namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a caller of an HTTP function must have.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>A user token; not supported.</summary>
    User,

    /// <summary>A key of the function or of the host.</summary>
    Function,

    /// <summary>A system key.</summary>
    System,

    /// <summary>The master key.</summary>
    Admin,
}
