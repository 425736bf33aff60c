using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CxFunctions.Tests.Tools.StandIns.Communication;

/// <summary>What an app does that must send at most once: it reads the body and puts ids of its own in the place of the client's.</summary>
internal sealed class FixedRepeatability(Guid id) : HttpPipelineSynchronousPolicy
{
    /// <summary>The ids that the client had made.</summary>
    public List<string> Replaced { get; } = [];

    public override void OnSendingRequest(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content!.WriteTo(body, message.CancellationToken);
        var json = JsonNode.Parse(body.ToArray())!;
        foreach (var recipient in json["smsRecipients"]!.AsArray())
        {
            Replaced.Add(recipient!["repeatabilityRequestId"]!.GetValue<string>());
            recipient["repeatabilityRequestId"] = id.ToString();
        }
        message.Request.Content = RequestContent.Create(BinaryData.FromString(json.ToJsonString()));
    }
}
