using Microsoft.Extensions.Logging;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Takes one instance after the other and brings it up to date: reads it if need be, makes the step, commits, then acts on it.</summary>
internal sealed class Worker(InstanceTable table, PostOffice post, Beginnings beginnings, Step step, Aftermath aftermath, Patience patience, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    /// <param name="stop">Ends the reading of mailboxes; a step that began is finished.</param>
    /// <param name="abort">Ends the waiting for storage too.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        try
        {
            await foreach (var box in post.Ready.TakeAsync(stop).ConfigureAwait(false))
            {
                if (await ServeAsync(box, abort).ConfigureAwait(false))
                {
                    post.Return(box);
                }
                else
                {
                    _ = ReturnLaterAsync(box, abort);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The engine stops.
        }
    }

    /// <returns>False where a step failed for a reason that waiting for storage does not mend; the letters are back in the box.</returns>
    private async Task<bool> ServeAsync(Mailbox box, CancellationToken abort)
    {
        var letters = new Queue<Letter>(post.Take(box));
        while (letters.Count > 0)
        {
            try
            {
                await ServeNextAsync(box, letters, abort).ConfigureAwait(false);
            }
            catch (ConflictException)
            {
                // Read again what is there; every message finds out by itself whether it was applied.
                box.IsKnown = false;
            }
            catch (Exception error) when (!abort.IsCancellationRequested)
            {
                DurableLog.StepFailed(log, error, box.Id, AfterFailure);
                box.IsKnown = false;
                post.PutBack(box, letters);
                return false;
            }
        }

        return true;
    }

    private async Task ReturnLaterAsync(Mailbox box, CancellationToken abort)
    {
        await Task.Delay(AfterFailure, abort).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        post.Return(box);
    }

    private async Task ServeNextAsync(Mailbox box, Queue<Letter> letters, CancellationToken abort)
    {
        if (letters.Peek().Message is StartNew or StartSubOrchestration or Purge)
        {
            await beginnings.ServeAsync(box, letters.Peek(), abort).ConfigureAwait(false);
            letters.Dequeue();
            return;
        }

        await KnowAsync(box, abort).ConfigureAwait(false);
        List<Letter> batch = [.. letters.TakeWhile(letter => letter.Message is not (StartNew or StartSubOrchestration or Purge))];
        if (box.Instance is { } before)
        {
            await StepAsync(box, before, batch, abort).ConfigureAwait(false);
        }

        batch.ForEach(letter => letters.Dequeue().Acknowledge());
    }

    private async Task StepAsync(Mailbox box, Instance before, List<Letter> batch, CancellationToken abort)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var next = step.Take(before, [.. batch.Select(letter => letter.Message)], now,
            (execution, why) => post.Post(before.Id, new CameBackForeign(execution, why)));
        if (next != before)
        {
            var commit = Generation.NewExecution();
            box.Instance = await patience.Try(() => table.CommitAsync(before, next, commit, abort), abort).ConfigureAwait(false);
            if (next.IsOver && !before.IsOver)
            {
                DurableLog.Ended(log, next.Id, next.Name, next.Status.ToString());
            }
        }

        aftermath.Follow(box, box.Instance!);
    }

    private async Task KnowAsync(Mailbox box, CancellationToken abort)
    {
        if (!box.IsKnown)
        {
            box.Instance = await patience.Try(() => table.LoadAsync(box.Id, abort), abort).ConfigureAwait(false);
            box.IsKnown = true;
        }
    }
}
