using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.Functions;

/// <summary>The kinds of binding that this host has, by the names they bear in function metadata.</summary>
internal static class BindingKinds
{
    public const string Http = "httpTrigger";
    public const string HttpAnswer = "http";
    public const string Queue = "queueTrigger";
    public const string Timer = "timerTrigger";
    public const string Orchestration = "orchestrationTrigger";
    public const string Activity = "activityTrigger";
    public const string DurableClient = "durableClient";

    public static IReadOnlyList<string> All { get; } = [Http, HttpAnswer, Queue, Timer, Orchestration, Activity, DurableClient];

    /// <summary>Whether the official extension runs it by itself; what it does not run, this host calls.</summary>
    public static bool IsTriggeredByExtension(string kind) => kind is Queue or Orchestration or Activity;

    /// <summary>Whether the extension waits for what the function returns.</summary>
    public static bool ReturnsValue(string kind) => kind is Orchestration or Activity;

    /// <summary>The attribute by which the official extension knows the parameter; null where this host calls the function.</summary>
    public static Attribute? AttributeOf(FunctionBinding binding) => binding.Type switch
    {
        Queue => new QueueTriggerAttribute(binding.Text("queueName")) { Connection = binding.Text("connection") },
        Orchestration => new OrchestrationTriggerAttribute { Orchestration = binding.Text("orchestration") },
        Activity => new ActivityTriggerAttribute { Activity = binding.Text("activity") },
        DurableClient => new DurableClientAttribute { TaskHub = binding.Text("taskHub"), ConnectionName = binding.Text("connectionName") },
        _ => null,
    };

    /// <summary>The type in which the extension hands the value over, for the worker to convert.</summary>
    public static Type TypeOf(FunctionBinding binding) => binding.Type switch
    {
        Http or Timer => typeof(HostCall),
        Queue when binding.IsDeferred => typeof(ParameterBindingData),
        Queue when binding.Text("dataType") is "Binary" => typeof(byte[]),
        _ => typeof(string),
    };
}
