using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CxFunctions.Channels.Sms;

/// <summary>
/// The SMS client draws a new repeatability id for every call, so a call repeated after a crash would be a second SMS.
/// This policy puts the id and the moment of the <see cref="Repeatability"/> scope into the request body instead.
/// It runs once a call, before the request is signed.
/// </summary>
public sealed class RepeatabilityPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        if (Repeatability.Current is not { } repeatability || message.Request.Content is not { } content)
        {
            return;
        }
        using var buffer = new MemoryStream();
        content.WriteTo(buffer, message.CancellationToken);
        message.Request.Content = RequestContent.Create(Rewrite(new BinaryData(buffer.ToArray()), repeatability));
    }

    /// <exception cref="InvalidOperationException">The body is not an SMS to exactly one recipient: one id can't stand for two messages.</exception>
    internal static BinaryData Rewrite(BinaryData body, Repeatability repeatability)
    {
        var request = JsonNode.Parse(body);
        if (request?["smsRecipients"] is not JsonArray { Count: 1 } recipients)
        {
            throw new InvalidOperationException("A repeatable SMS has exactly one recipient.");
        }
        recipients[0]!["repeatabilityRequestId"] = repeatability.RequestId.ToString();
        recipients[0]!["repeatabilityFirstSent"] = repeatability.FirstSent.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        return BinaryData.FromString(request.ToJsonString());
    }
}
