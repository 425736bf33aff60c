using System.Text.Json.Nodes;
using CxFunctions.LocalHost;

namespace CxFunctions.Tests.EndToEnd.Privacy;

/// <summary>The host at its loudest, and what is then heard of it at least: a test that hears nothing would prove nothing.</summary>
internal static class Loud
{
    /// <summary>How the lines begin that the road brings forth.</summary>
    public static readonly IReadOnlyList<string> MustBeHeard =
    [
        "log CxFunctions.Intake.WebhookHandler Information 1000",
        "log CxFunctions.Intake.WebhookHandler Warning 1001",
        "log CxFunctions.Intake.WebhookHandler Warning 1002",
        "log CxFunctions.Intake.WebhookHandler Error 1003",
        "log CxFunctions.Journeys.Transactions.TransactionHandler Information 1100",
        "log CxFunctions.Channels.Events.CommunicationEventHandler Information 3003",
        "log CxFunctions.Channels.Events.CommunicationEventsEndpoint Error 3004",
        "log CxFunctions.Responses.SubmitEndpoint Warning 4001",
        "log CxFunctions.Sentiment.ResponseAnalysis Warning 5001",
        "log CxFunctions.Privacy.StopEndpoint Warning 9001",
        "log Microsoft.Azure.Functions.Worker.FunctionsApplication Error 2 Function 'InviteContact'",
        "log Microsoft.Azure.Functions.Worker.FunctionsApplication Error 2 Function 'TransactionConsumer'",
        "log Microsoft.Azure.WebJobs.Host.Queues.QueueProcessor Warning 0 Message has reached MaxDequeueCount",
        "event Azure-Core Request",
        "trace Microsoft.AspNetCore ",
        "trace System.Net.Http ",
        "trace Azure.Data.Tables",
        "trace Azure.Storage.Queues",
    ];

    /// <summary>The repository's host.json with the lowest level for everything that it does not name.</summary>
    public static string HostJson()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "host.json")))!;
        json["logging"]!["logLevel"]!["default"] = "Trace";
        return json.ToJsonString();
    }
}
