using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>Retries, transport, policies and diagnostics as <see cref="ClientOptions"/> has them, the defaults of a text, and the version of the service.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2022_05_01 => "2022-05-01",
            ServiceVersion.V2023_04_01 => "2023-04-01",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    public string DefaultLanguage { get; set; } = "en";

    public string DefaultCountryHint { get; set; } = "us";

    internal string ApiVersion { get; }

    public enum ServiceVersion
    {
        V2022_05_01 = 3,
        V2023_04_01 = 4,
    }
}
