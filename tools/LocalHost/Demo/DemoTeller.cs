using System.Diagnostics;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.Demo;

/// <summary>Says every few real seconds how the day goes.</summary>
internal sealed class DemoTeller(DemoWorld world, DemoStart start, DemoPlan plan)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private long? _told;

    public void Tell(DateTimeOffset now, int delivered, IReadOnlyList<DemoEvent> events, int cases)
    {
        if (_told is { } told && Stopwatch.GetElapsedTime(told) < Every)
        {
            return;
        }
        _told = Stopwatch.GetTimestamp();
        var (answers, optOuts) = (events.OfType<Acted>().Count(a => a.Reply.Saved), events.OfType<Acted>().Count(a => a.Kind is CrmSimulator.Respondents.ActKind.OptOut or CrmSimulator.Respondents.ActKind.ReplyStop));
        world.Say($"Demo {now:ddd HH:mm} UTC, hour {(now - start.At).TotalHours:0} of {(plan.End - start.At).TotalHours:0}: "
            + $"{delivered} of {plan.Deliveries.Count} webhooks, {answers} saves, {optOuts} opt-outs, {cases} cases");
    }
}
