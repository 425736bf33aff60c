using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>Retries, transport, policies and diagnostics as <see cref="ClientOptions"/> has them, and the version of the service.</summary>
public class EmailClientOptions : ClientOptions
{
    public EmailClientOptions(ServiceVersion version = ServiceVersion.V2024_07_01_Preview)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2023_03_31 => "2023-03-31",
            ServiceVersion.V2024_07_01_Preview => "2024-07-01-preview",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    internal string ApiVersion { get; }

    public enum ServiceVersion
    {
        V2023_03_31 = 3,
        V2024_07_01_Preview = 4,
    }
}
