namespace CxFunctions.LocalHost.Durable;

/// <summary>When an instance wants to be woken, and whether it has something to do before.</summary>
internal static class NextDue
{
    /// <summary>UTC; null where only a message can wake it.</summary>
    public static DateTime? Of(Instance instance)
    {
        if (instance.IsOver)
        {
            return null;
        }

        if (!instance.HasBegun)
        {
            return instance.Started.StartAt ?? instance.CreatedAt;
        }

        return instance.History.Timers().Select(timer => (DateTime?)timer.FireAt).Min();
    }

    /// <summary>Whether something must be picked up as soon as an engine runs, whatever the time.</summary>
    public static bool HasWork(Instance instance) =>
        Outgoing.Count(instance) > instance.Delivered
        || (!instance.IsOver && ((!instance.HasBegun && instance.Started.StartAt is null) || instance.History.Activities().Any()));
}
