namespace CxFunctions.Messages;

/// <summary>What happened to a customer, as every source is translated into it; the JSON of this record is public contract.</summary>
public sealed record Transaction
{
    /// <summary>The source's own id, 1 to 200 bytes of UTF-8; with the source it is the identity of the transaction.</summary>
    public required string Id { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required TransactionContact Contact { get; init; }

    /// <summary>Anything the program breaks scores down by, or a person wants to see beside the answer. Values as text.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

/// <summary>Whom it happened to. Only the id is required; without an address nobody can be asked.</summary>
public sealed record TransactionContact
{
    /// <summary>The CRM's id of the person, 1 to 200 bytes of UTF-8; the same person keeps it over sources.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>E.164, for instance +51987654321.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>BCP 47, for instance es-PE.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA, for instance America/Lima.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What the person agreed to; a channel that is not named keeps what was said before, and is refused where nothing ever was.</summary>
    public TransactionConsent Consent { get; init; } = new();

    /// <summary>Members that were sent and could not be used, by name; null where there are none.</summary>
    public IReadOnlyList<string>? Unusable { get; init; }
}

public sealed record TransactionConsent
{
    public bool? Sms { get; init; }

    public bool? Email { get; init; }

    public bool? Voice { get; init; }
}
