using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Intake;

/// <summary>One kind of sender: how it signs and what it says.</summary>
internal interface IWebhookSource
{
    /// <summary>The last part of its address, and its section in the settings.</summary>
    string Name { get; }

    /// <summary>Why a secret can't be one of this source; null where it can.</summary>
    string? WrongSecret(string secret);

    /// <summary>Whether one of the secrets signed these bytes a short time ago.</summary>
    SignatureVerdict Verify(SignedRequest request, IReadOnlyList<string> secrets, DateTimeOffset now);

    /// <summary>The sender's own id of the delivery, stable over its retries; null where it has none.</summary>
    string? DeliveryOf(IHeaderDictionary headers);

    /// <summary>One item of the delivery; never throws on what a sender may send.</summary>
    DeliveredItem Parse(JsonElement item, WebhookSourceOptions options);
}

/// <summary>What was signed.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Url">As the sender called it: public address, path and query, not decoded.</param>
/// <param name="Headers">Of the request.</param>
/// <param name="Body">The raw bytes.</param>
internal sealed record SignedRequest(string Method, string Url, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body);

/// <summary>What a look at the signature told. The reasons say nothing that helps to forge one.</summary>
internal sealed record SignatureVerdict(string? Reason)
{
    public static readonly SignatureVerdict Genuine = new((string?)null);
    public static readonly SignatureVerdict Missing = new("The request is not signed: signature headers are missing.");
    public static readonly SignatureVerdict Malformed = new("The signature's timestamp is not a number.");
    public static readonly SignatureVerdict Stale = new("The signature's timestamp is more than five minutes away; check the sender's clock.");
    public static readonly SignatureVerdict Wrong = new("The signature does not match the body, or was made with another secret.");

    public bool IsGenuine => Reason is null;
}
