namespace CxFunctions.LocalHost.Timers;

/// <summary>When a timer ran and when it will; UTC. The names are those that a function is given.</summary>
internal sealed record TimerStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
