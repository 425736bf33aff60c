using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.Foundation.Poison;
using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Http;
using CxFunctions.LocalHost.Jobs;
using CxFunctions.LocalHost.Running;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Operations;

/// <summary>Reads what the operations page shows, when somebody asks.</summary>
internal sealed class HostReader(HostParts parts)
{
    private const int MostMessages = 32;
    private const string PoisonSuffix = "-poison";

    private readonly PoisonReasonStore _reasons = new(new TableServiceClient(parts.Storage));

    /// <exception cref="HostAwayException">The official part is beginning anew.</exception>
    public InstanceReader Instances => new(parts.Jobs!.Orchestrations);

    /// <summary>Whether the app has a function that puts poison messages back.</summary>
    public bool CanReplay { get; } = parts.Functions.Any(function => function.Trigger.Text("route") is "api/poison/{queue}/replay");

    private IEnumerable<FunctionDescriptor> Readers => parts.Functions.Where(function => function.Trigger.Type == BindingKinds.Queue);

    public async Task<HostState> ReadAsync(CancellationToken cancellation) => new(
        parts.Clock.Provider.GetUtcNow(),
        parts.Clock.Speed,
        parts.Azurite is null ? "the account given by --storage" : $"Azurite, process {parts.Azurite.ProcessId}",
        parts.Hub is null ? "AzureStorage (official)" : "TimeMachine (in memory)",
        Environment.WorkingSet / 1024 / 1024,
        await Instances.CountAsync(cancellation),
        await Task.WhenAll(Readers.Select(reader => ReadAsync(reader, cancellation))),
        [.. parts.Timers!.All.Select(timer => new TimerState(timer.Function, timer.Expression, timer.LastRun, timer.NextRun))],
        [.. parts.Functions.Select(Describe)],
        new FunctionKeyState(parts.Keys.Host, parts.Keys.Master));

    /// <summary>The oldest messages of a poison queue, or null when no function reads the queue.</summary>
    public async Task<IReadOnlyList<PoisonState>?> PoisonAsync(string name, CancellationToken cancellation) =>
        Readers.FirstOrDefault(reader => QueueOf(reader) == name) is { } reader
            ? await Task.WhenAll((await PeekAsync(Queue(name + PoisonSuffix), cancellation)).Select(async message => new PoisonState(
                message.MessageId, message.InsertedOn, reader.Name, await _reasons.FindAsync(name, PoisonRules.KeyOf(PoisonRules.TextOf(message.MessageText)), cancellation))))
            : null;

    private async Task<QueueState> ReadAsync(FunctionDescriptor reader, CancellationToken cancellation)
    {
        var name = QueueOf(reader);
        return new(name, reader.Name, await DepthAsync(Queue(name), cancellation), parts.Queues.InHand(name), await DepthAsync(Queue(name + PoisonSuffix), cancellation));
    }

    private static string QueueOf(FunctionDescriptor reader) => reader.Trigger.Text("queueName")!;

    private QueueClient Queue(string name) => new QueueServiceClient(parts.Storage).GetQueueClient(name);

    private FunctionState Describe(FunctionDescriptor function)
    {
        var trigger = function.Trigger;
        var methods = trigger.Texts("methods");
        return new(
            function.Name,
            trigger.Type switch
            {
                BindingKinds.Http => $"{(methods.Count > 0 ? string.Join(" or ", methods.Select(method => method.ToUpperInvariant())) : "any method")} /{trigger.Text("route") ?? function.Name}",
                BindingKinds.Queue => $"queue {trigger.Text("queueName")}",
                BindingKinds.Timer => $"timer {trigger.Text("schedule")}",
                BindingKinds.Orchestration => "orchestration",
                _ => "activity",
            },
            trigger.Type == BindingKinds.Http && FunctionKeys.LevelOf(trigger) == AuthorizationLevel.Function ? parts.Keys.Functions[function.Name] : null);
    }

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
