namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told.</summary>
public class TimerInfo
{
    /// <summary>Last and next occurrence; null when the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this occurrence runs later than it should have.</summary>
    public bool IsPastDue { get; set; }
}
