using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>A manager or a team that alerts reach. Addresses may name a setting as %Setting% so that files hold no personal data.</summary>
public sealed record Recipient
{
    public required string Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    [Description("IANA zone in which this person is told times and works; the program's defaultTimeZone where none is given.")]
    public string? TimeZone { get; init; }

    [Description("When this person is told of alerts and the time of a case runs; at any hour where none are given.")]
    public WorkingHours? WorkingHours { get; init; }
}
