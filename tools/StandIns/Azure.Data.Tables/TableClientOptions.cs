using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, transport, policies and diagnostics as <see cref="ClientOptions"/> has them, and the version of the service.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionString = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
    }

    internal static TableClientOptions Standard { get; } = new();

    internal string VersionString { get; }

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
}
