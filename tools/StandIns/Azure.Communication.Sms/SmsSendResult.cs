using System.Text.Json;

namespace Azure.Communication.Sms;

/// <summary>What became of the message to one recipient: taken for delivery, or refused and why.</summary>
public class SmsSendResult
{
    internal SmsSendResult(JsonElement json)
    {
        To = json.GetProperty("to").GetString()!;
        MessageId = Text(json, "messageId");
        HttpStatusCode = json.GetProperty("httpStatusCode").GetInt32();
        Successful = json.GetProperty("successful").GetBoolean();
        ErrorMessage = Text(json, "errorMessage");
    }

    public string To { get; }

    /// <summary>Named again in the delivery report; none where the message was refused.</summary>
    public string? MessageId { get; }

    public int HttpStatusCode { get; }

    public bool Successful { get; }

    public string? ErrorMessage { get; }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
