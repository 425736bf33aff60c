using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function runs for each message of a storage queue.</summary>
/// <param name="queueName">The queue; <c>%setting%</c> is replaced.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue.</summary>
    public string QueueName => queueName;

    /// <summary>Name of the setting that holds the connection; AzureWebJobsStorage when null.</summary>
    public string? Connection { get; set; }
}
