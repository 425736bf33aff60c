namespace Azure.AI.TextAnalytics;

/// <summary>Whether only health information counts.</summary>
public enum PiiEntityDomain
{
    None = 0,
    ProtectedHealthInformation = 1,
}
