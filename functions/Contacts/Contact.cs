namespace CxFunctions.Contacts;

/// <summary>A person as the CRM last described them.</summary>
public sealed record Contact
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA; null where unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A channel that nobody ever spoke of is refused.</summary>
    public ContactConsent Consent { get; init; } = new();
}

public sealed record ContactConsent
{
    public bool Sms { get; init; }

    public bool Email { get; init; }

    public bool Voice { get; init; }
}
