using DurableTask.Core.Exceptions;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Instances begin and are forgotten here: the steps that need more than the instance's own history to decide.</summary>
internal sealed class Beginnings(InstanceTable table, PostOffice post, Aftermath aftermath, Patience patience, TimeProvider time)
{
    public async Task ServeAsync(Mailbox box, Letter letter, CancellationToken abort)
    {
        switch (letter.Message)
        {
            case StartNew start: await StartAsync(box, letter, start, abort).ConfigureAwait(false); break;
            case StartSubOrchestration start: await StartAsync(box, letter, start.Started, abort).ConfigureAwait(false); break;
            case Purge purge: await PurgeAsync(box, letter, purge, abort).ConfigureAwait(false); break;
            default: break;
        }
    }

    private async Task StartAsync(Mailbox box, Letter letter, StartNew start, CancellationToken abort)
    {
        if (await TryBeginAsync(box, start.Started, abort).ConfigureAwait(false))
        {
            letter.Acknowledge();
        }
        else if (start.Refusing.Contains(box.Instance!.Status))
        {
            letter.Refuse(new OrchestrationAlreadyExistsException(
                $"An orchestration with id '{box.Id}' already exists. It's in the {box.Instance.Status} state."));
        }
        else
        {
            await BeginAsync(box, box.Instance, start.Started, abort).ConfigureAwait(false);
            letter.Acknowledge();
        }
    }

    private async Task StartAsync(Mailbox box, Letter letter, ExecutionStarted started, CancellationToken abort)
    {
        if (await TryBeginAsync(box, started, abort).ConfigureAwait(false) || box.Instance!.Started.Parent == started.Parent)
        {
            letter.Acknowledge();
        }
        else if (box.Instance.IsOver)
        {
            await BeginAsync(box, box.Instance, started, abort).ConfigureAwait(false);
            letter.Acknowledge();
        }
        else
        {
            var parent = started.Parent!;
            var why = $"An orchestration with id '{box.Id}' already exists. It's in the {box.Instance.Status} state.";
            var failed = new SubOrchestrationFailed(parent.TaskId) { Data = FailureText.Write(new OrchestrationAlreadyExistsException(why)) };
            var told = post.Post(parent.InstanceId, new SubOrchestrationEnded(parent.Execution, failed));
            _ = told.ContinueWith(_ => letter.Acknowledge(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    /// <summary>Most ids are new, so it is tried without looking first.</summary>
    /// <returns>False where the instance exists; the mailbox then knows it.</returns>
    private async Task<bool> TryBeginAsync(Mailbox box, ExecutionStarted started, CancellationToken abort)
    {
        if (!box.IsKnown || box.Instance is null)
        {
            try
            {
                await BeginAsync(box, null, started, abort).ConfigureAwait(false);
                return true;
            }
            catch (ConflictException)
            {
                box.Instance = await patience.Try(() => table.LoadAsync(box.Id, abort), abort).ConfigureAwait(false);
                box.IsKnown = true;
                if (box.Instance is null)
                {
                    throw;
                }
            }
        }

        return false;
    }

    private async Task BeginAsync(Mailbox box, Instance? before, ExecutionStarted started, CancellationToken abort)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var execution = Generation.NewExecution();
        var instance = new Instance(box.Id, execution, HistoryList.From([started]))
        {
            Name = started.Name,
            Version = started.Version ?? "",
            CreatedAt = now,
            UpdatedAt = now,
        };
        box.Instance = await patience.Try(() => table.CommitAsync(before, instance, execution, abort), abort).ConfigureAwait(false);
        box.IsKnown = true;
        aftermath.Follow(box, box.Instance);
    }

    private async Task PurgeAsync(Mailbox box, Letter letter, Purge purge, CancellationToken abort)
    {
        box.Instance = await patience.Try(() => table.LoadAsync(box.Id, abort), abort).ConfigureAwait(false);
        box.IsKnown = true;
        if (box.Instance is { IsOver: true } over && !NextDue.HasWork(over))
        {
            purge.IsDone = await patience.Try(() => table.DeleteAsync(box.Id, abort), abort).ConfigureAwait(false);
            box.Instance = null;
        }

        letter.Acknowledge();
    }
}
