using Azure.Data.Tables;

namespace CxFunctions.Journeys;

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

/// <summary>A contact as it was read a moment ago; null where there is none, or it was erased.</summary>
/// <param name="Contact">Who it is.</param>
/// <param name="Claim">Of the last invitation.</param>
/// <param name="Row">The row itself, whose ETag a claim is made under.</param>
internal sealed record ContactSighting(Contact Contact, InvitationClaim? Claim, TableEntity Row);

/// <summary>The last invitation of a contact: it keeps others away for the quarantine.</summary>
/// <param name="JourneyId">Who invited.</param>
/// <param name="At">When, UTC.</param>
internal sealed record InvitationClaim(string JourneyId, DateTimeOffset At);
