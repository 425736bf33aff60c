using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Clock;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Queues;
using CxFunctions.LocalHost.Running;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Operations;

/// <summary>Reads what the operations page shows, when somebody asks.</summary>
internal sealed class HostReader(HostParts parts)
{
    private const int MostMessages = 32;

    /// <summary>Whether the app has a function that puts poison messages back.</summary>
    public bool CanReplay { get; } = parts.Functions.Any(function => function.Trigger is HttpTriggerAttribute { Route: "api/poison/{queue}/replay" });

    public async Task<HostState> ReadAsync(CancellationToken cancellation)
    {
        var counts = await parts.Durable!.Inspect.CountByStatusAsync(cancellation);
        return new HostState(
            parts.Clock.Provider.GetUtcNow(),
            (parts.Clock.Provider as ScaledTimeProvider)?.Speed ?? 0,
            parts.Azurite is null ? "the account given by --storage" : $"Azurite, process {parts.Azurite.ProcessId}",
            Environment.WorkingSet / 1024 / 1024,
            [.. counts.OrderBy(entry => entry.Key).Select(entry => new InstanceCount(entry.Key, entry.Value))],
            await Task.WhenAll(parts.Triggers!.Queues.Select(queue => ReadAsync(queue, cancellation))),
            [.. parts.Triggers.Timers.Select(timer => new TimerState(timer.Function, timer.Expression, timer.LastRun, timer.NextRun))],
            [.. parts.Functions.Select(Describe)],
            new FunctionKeyState(parts.Keys.Host, parts.Keys.Master));
    }

    /// <summary>The oldest messages of a poison queue, or null when no function reads the queue.</summary>
    public async Task<IReadOnlyList<PoisonState>?> PoisonAsync(string name, CancellationToken cancellation)
    {
        if (parts.Triggers!.Queues.FirstOrDefault(listener => listener.Queue.Name == name) is not { } listener)
        {
            return null;
        }
        var reasons = await parts.Triggers.Poison.ReasonsAsync(name, cancellation);
        return [.. (await PeekAsync(PoisonOf(listener.Queue), cancellation)).Select(message => reasons.TryGetValue(message.MessageId, out var known)
            ? new PoisonState(message.MessageId, known.At, known.Function, known.Reason, known.Tries)
            : new PoisonState(message.MessageId, message.InsertedOn, listener.Function, "Not known: it was not this host that gave it up.", 0))];
    }

    private async Task<QueueState> ReadAsync(QueueListener listener, CancellationToken cancellation) => new(
        listener.Queue.Name, listener.Function, await DepthAsync(listener.Queue, cancellation), listener.Running,
        await DepthAsync(PoisonOf(listener.Queue), cancellation));

    private QueueClient PoisonOf(QueueClient queue) => new QueueServiceClient(parts.Storage).GetQueueClient(queue.Name + PoisonStore.Suffix);

    private FunctionState Describe(FunctionDescriptor function) => new(
        function.Name,
        function.Trigger switch
        {
            HttpTriggerAttribute http => $"{string.Join(" or ", http.Methods is { Length: > 0 } some ? some.Select(method => method.ToUpperInvariant()) : ["any method"])} /{http.Route ?? function.Name}",
            QueueTriggerAttribute queue => $"queue {queue.QueueName}",
            TimerTriggerAttribute timer => $"timer {timer.Schedule}",
            OrchestrationTriggerAttribute => "orchestration",
            ActivityTriggerAttribute => "activity",
            _ => function.Trigger.GetType().Name,
        },
        function.Trigger is HttpTriggerAttribute { AuthLevel: AuthorizationLevel.Function } ? parts.Keys.Functions[function.Name] : null);

    private static async Task<int> DepthAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            QueueProperties properties = await queue.GetPropertiesAsync(cancellation);
            return properties.ApproximateMessagesCount;
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }

    private static async Task<PeekedMessage[]> PeekAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return await queue.PeekMessagesAsync(MostMessages, cancellation);
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
    }
}
