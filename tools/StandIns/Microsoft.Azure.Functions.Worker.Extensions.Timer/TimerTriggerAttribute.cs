using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function runs by the clock.</summary>
/// <param name="schedule">Six-field NCRONTAB expression, a time span, or <c>%setting%</c>.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether occurrences are stored, so that one missed while the host was down runs late. Default true.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the host starts.</summary>
    public bool RunOnStartup { get; set; }
}
