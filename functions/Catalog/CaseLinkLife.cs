using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>How long the link to a case shows what; all of it counts from the closing of the case.</summary>
public sealed record CaseLinkLife
{
    [Description("The link leads to the case this long after it was closed. 0 to 365 days.")]
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromDays(30);

    [Description("Name, telephone and e-mail address of the customer are shown this long after the case was closed. 0 to 365 days.")]
    public TimeSpan ContactShownFor { get; init; } = TimeSpan.FromDays(2);
}
