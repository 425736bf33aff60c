using System.Text.Json;
using CxFunctions.LocalHost.Bridge.Protocol;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost.Timers;

/// <summary>What a timer function is called with, in the form that the timer extension gives it.</summary>
/// <param name="isPastDue">Whether it should have run earlier, when the host was down.</param>
/// <param name="status">Its last and next runs; null where nobody keeps them.</param>
internal sealed class TimerCall(bool isPastDue, TimerStatus? status) : HostCall
{
    internal override TypedData Value { get; } = new()
    {
        Json = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = status, IsPastDue = isPastDue }),
    };
}
