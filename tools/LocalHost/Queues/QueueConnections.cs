using System.Text;
using Azure.Storage.Queues;
using CxFunctions.LocalHost.Settings;

namespace CxFunctions.LocalHost.Queues;

/// <summary>Opens queues by the names and connections that bindings give, and knows how message bodies are encoded.</summary>
internal sealed class QueueConnections(IConfiguration configuration, bool base64)
{
    private const string DefaultConnection = "AzureWebJobsStorage";

    // The default of 100 s outlives a message's lease: its renewal would wait where it should try again.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="LocalHostException">The connection setting is missing or is not a connection string.</exception>
    public QueueClient Open(string queueName, string? connection)
    {
        var setting = connection ?? DefaultConnection;
        var value = configuration[LocalSettings.Key(setting)] ?? configuration[$"ConnectionStrings:{setting}"]
            ?? throw new LocalHostException($"Queue '{queueName}': the setting '{setting}' with its connection string is missing.");
        try
        {
            return new QueueClient(value, queueName, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None, Retry = { NetworkTimeout = LongestSilence } });
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new LocalHostException($"Queue '{queueName}': the setting '{setting}' is not a storage connection string.", failure);
        }
    }

    public string Encode(BinaryData body) => base64 ? Convert.ToBase64String(body) : body.ToString();

    /// <exception cref="FormatException">The body is not base64, and should be.</exception>
    public BinaryData Decode(string text) => new(base64 ? Convert.FromBase64String(text) : StrictUtf8.GetBytes(text));
}
