namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// What follows from a committed step: alarms are set, activities start, messages go out. Nothing of it needs to be remembered
/// elsewhere, since all of it can be read from the committed history again.
/// </summary>
internal sealed class Aftermath(PostOffice post, AlarmClock alarms, ActivityRunner activities, StatusWatch watch, WorkCount work)
{
    public void Follow(Mailbox box, Instance instance)
    {
        alarms.Set(instance.Id, Alarm(instance));
        if (!instance.IsOver && !instance.HasBegun && instance.Started.StartAt is null)
        {
            _ = post.Post(instance.Id, new PickUp());
        }
        else if (!instance.IsOver)
        {
            activities.Start(instance, instance.History.Activities());
        }

        SendOut(box, instance);
        watch.Tell(instance);
    }

    private static DateTime? Alarm(Instance instance) =>
        instance.HasBegun || instance.Started.StartAt is not null ? NextDue.Of(instance) : null;

    private void SendOut(Mailbox box, Instance instance)
    {
        var (execution, count, arrival) = box.Sent;
        var from = Math.Max(instance.Delivered, execution == instance.Execution ? count : 0);
        List<Outgoing> messages = [.. Outgoing.Of(instance).Where(message => message.Number > from)];
        if (messages.Count > 0)
        {
            Task[] receipts = [.. messages.Select(message => post.Post(message.Target, message.Message))];
            var before = execution == instance.Execution ? arrival : Task.CompletedTask;
            box.Sent = (instance.Execution, messages[^1].Number, NoteArrivalAsync(instance, before, receipts, messages[^1].Number));
        }
    }

    /// <summary>In order: a later message must not make an earlier one look delivered.</summary>
    private async Task NoteArrivalAsync(Instance instance, Task before, Task[] receipts, int count)
    {
        work.Begin();
        try
        {
            await before.ConfigureAwait(false);
            await Task.WhenAll(receipts).ConfigureAwait(false);
            await post.Post(instance.Id, new MessagesArrived(instance.Execution, count)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The engine stopped; the next one sends again what is not known to have arrived.
        }
        finally
        {
            work.End();
        }
    }
}
