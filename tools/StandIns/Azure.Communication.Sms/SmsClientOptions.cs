using Azure.Core;

namespace Azure.Communication.Sms;

/// <summary>Retries, transport, policies and diagnostics as <see cref="ClientOptions"/> has them, and the version of the service.</summary>
public class SmsClientOptions : ClientOptions
{
    public SmsClientOptions(ServiceVersion version = ServiceVersion.V2021_03_07)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2021_03_07 => "2021-03-07",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    internal string ApiVersion { get; }

    public enum ServiceVersion
    {
        V2021_03_07 = 1,
    }
}
