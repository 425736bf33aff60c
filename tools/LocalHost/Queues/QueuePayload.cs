using System.Text.Json;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost.Queues;

/// <summary>A queue message in the form that a function asks for.</summary>
internal static class QueuePayload
{
    public static TriggerPayload Of(QueueMessage message, BinaryData body, JsonSerializerOptions json) => new()
    {
        Bind = type => type == typeof(string) ? body.ToString()
            : type == typeof(BinaryData) ? body
            : type == typeof(byte[]) ? body.ToArray()
            : type == typeof(QueueMessage) ? WithBody(message, body)
            : JsonSerializer.Deserialize(body, type, json),
        Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = body.ToString(),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["DequeueCount"] = message.DequeueCount,
            ["InsertionTime"] = message.InsertedOn,
            ["ExpirationTime"] = message.ExpiresOn,
            ["NextVisibleTime"] = message.NextVisibleOn,
        },
    };

    private static QueueMessage WithBody(QueueMessage message, BinaryData body) => QueuesModelFactory.QueueMessage(
        message.MessageId, message.PopReceipt, body, message.DequeueCount, message.NextVisibleOn, message.InsertedOn, message.ExpiresOn);
}
