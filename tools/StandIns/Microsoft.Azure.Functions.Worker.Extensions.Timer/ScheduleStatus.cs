namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a schedule stands.</summary>
public class ScheduleStatus
{
    /// <summary>The last recorded occurrence.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next expected occurrence.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this record was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
