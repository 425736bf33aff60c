namespace CxFunctions.LocalHost.Durable;

/// <summary>A message that history obliges an instance to deliver; the history itself is the outbox.</summary>
/// <param name="Number">Its place among the messages of this history, from 1.</param>
internal sealed record Outgoing(int Number, string Target, InstanceMessage Message)
{
    /// <summary>The messages that are not known to have arrived.</summary>
    public static IEnumerable<Outgoing> Of(Instance instance) => All(instance).Where(message => message.Number > instance.Delivered);

    public static int Count(Instance instance) => Envelopes(instance).Count();

    private static IEnumerable<Outgoing> All(Instance instance) =>
        Envelopes(instance).Select((envelope, index) => new Outgoing(index + 1, envelope.Target, envelope.Message));

    private static IEnumerable<(string Target, InstanceMessage Message)> Envelopes(Instance instance)
    {
        foreach (var item in instance.History)
        {
            switch (item)
            {
                case SubOrchestrationCreated sub:
                    var parent = new ParentLink(instance.Id, instance.Execution, instance.Name, sub.Id);
                    yield return (sub.InstanceId, new StartSubOrchestration(new ExecutionStarted(sub.Name, sub.Version, parent) { Data = sub.Data }));
                    break;
                case EventSent sent:
                    yield return (sent.InstanceId, new RaiseEvent(sent.Name, sent.Data, new(instance.Execution, sent.Id)));
                    break;
                case EventCarried carried:
                    yield return (carried.InstanceId, new RaiseEvent(carried.Name, carried.Data, new(carried.Execution, carried.Id)));
                    break;
                case ExecutionTerminated { Recursive: true } terminated:
                    foreach (var child in instance.History.SubOrchestrations())
                    {
                        yield return (child.InstanceId, new Terminate(terminated.Data, true));
                    }

                    break;
                default:
                    break;
            }
        }

        if (instance.IsOver && instance.Started.Parent is { } link)
        {
            yield return (link.InstanceId, Answer(instance, link));
        }
    }

    private static SubOrchestrationEnded Answer(Instance instance, ParentLink link) => new(link.Execution, instance.History[^1] switch
    {
        ExecutionCompleted { Failed: false } done => new SubOrchestrationCompleted(link.TaskId) { Data = done.Data },
        ExecutionCompleted failed => new SubOrchestrationFailed(link.TaskId) { Data = failed.Data },
        var terminated => new SubOrchestrationFailed(link.TaskId)
        {
            Data = FailureText.Write("OrchestrationTerminated", $"The sub-orchestration '{instance.Id}' was terminated: {terminated.Data}"),
        },
    });
}
