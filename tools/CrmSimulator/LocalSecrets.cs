namespace CxFunctions.CrmSimulator;

/// <summary>The webhook secrets of local.settings.sample.json: published here and worth nothing anywhere else.</summary>
public static class LocalSecrets
{
    public const string Standard = "whsec_bG9jYWwtd2ViaG9vay1zZWNyZXQtb25seS1mb3ItdGhpcy1tYWNoaW5l";

    public const string HubSpot = "local-hubspot-secret-only-for-this-machine";

    public static string? Of(string source) => source switch
    {
        "standard" => Standard,
        "hubspot" => HubSpot,
        _ => null,
    };
}
