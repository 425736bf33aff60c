namespace CxFunctions.CrmSimulator.People;

/// <summary>An invented customer, as the CRM knows them.</summary>
public sealed record Person
{
    /// <summary>The CRM's id, for instance C-00017.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    public required string Email { get; init; }

    public required Country Country { get; init; }

    public bool ConsentsToSms { get; init; } = true;

    public bool ConsentsToEmail { get; init; } = true;
}
