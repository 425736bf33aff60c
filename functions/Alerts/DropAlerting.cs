using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Alerts;

/// <summary>Raises an alert where a day's score fell, once for a rule, touchpoint and day.</summary>
public sealed class DropAlerting(
    ProgramCatalog catalog, RollupStore rollups, AlertStore alerts, QueueSender queues, IOptions<CxOptions> options, TimeProvider time, ILogger<DropAlerting> log)
{
    public async Task RaiseAsync(RollupChanged changed, CancellationToken cancellationToken)
    {
        if (catalog.Find(changed.Program) is not { } program)
        {
            log.ProgramGone(changed.Program);
            return;
        }
        foreach (var rule in program.Alerts.Where(r => r.Drop is not null && ResponseAlertRules.Watches(r, changed.Touchpoint)))
        {
            await CheckAsync(program, rule, rule.Drop!, changed, cancellationToken);
        }
    }

    private async Task CheckAsync(SurveyProgram program, AlertRule rule, DropCondition condition, RollupChanged changed, CancellationToken cancellationToken)
    {
        var calendar = ProgramCalendar.Of(program);
        var day = calendar.StartOf(changed.Day);
        var key = RollupKey.Total(changed.Program, changed.Touchpoint, Grain.Day);
        var baseline = new List<Rollup>();
        await foreach (var earlier in rollups.SeriesAsync(key, calendar.StartOf(changed.Day.AddDays(-condition.BaselineDays)), day, cancellationToken))
        {
            baseline.Add(earlier);
        }
        if (DropRules.Find(condition, await rollups.FindAsync(key, day, cancellationToken), baseline) is not { } drop)
        {
            return;
        }
        var cause = $"{changed.Touchpoint}/{changed.Day.ToString("O", CultureInfo.InvariantCulture)}";
        var alert = new Alert(Alert.IdOf(program.Id, rule.Id, cause), program.Id, rule.Id, changed.Touchpoint, null, day, time.GetUtcNow());
        if (!await alerts.RaiseAsync(alert, cancellationToken))
        {
            log.RaisedBefore(alert.Id, rule.Id);
            return;
        }
        var held = await alerts.MayTellAsync(alert, rule.Throttle, cancellationToken);
        if (held is not null)
        {
            await queues.SendAsync(QueueNames.Notices, Notice(program, rule, condition, alert, changed, drop, held.Value), cancellationToken: cancellationToken);
        }
        var passed = held is null ? "held" : "notice";
        await alerts.MarkPassedAsync(alert, passed, cancellationToken);
        log.Raised(alert.Id, rule.Id, passed);
    }

    private ManagerNotice Notice(SurveyProgram program, AlertRule rule, DropCondition condition, Alert alert, RollupChanged changed, ScoreDrop drop, int held)
    {
        var metric = condition.Metric.ToString().ToUpperInvariant();
        var touchpoint = program.FindTouchpoint(changed.Touchpoint)?.Name.En ?? (changed.Touchpoint == RollupKey.All ? "all touchpoints" : changed.Touchpoint);
        return new ManagerNotice(
            ManagerNotice.CurrentVersion,
            $"alert-{alert.Id}",
            program.Id,
            rule.Recipients,
            rule.Channels,
            string.Create(CultureInfo.InvariantCulture, $"{program.Brand.Name}: {metric} at {touchpoint} fell from {drop.Before.Score:0} to {drop.Now.Score:0}"),
            [
                string.Create(CultureInfo.InvariantCulture, $"{changed.Day:yyyy-MM-dd}: {metric} {drop.Now.Score:0} (95 % interval {drop.Now.Low:0} to {drop.Now.High:0}, n = {drop.Now.N}); the {condition.BaselineDays} days before: {drop.Before.Score:0} ({drop.Before.Low:0} to {drop.Before.High:0}, n = {drop.Before.N})."),
                .. held > 0 ? new[] { $"{held} more since the last alert of this kind." } : [],
            ],
            new Uri(options.Value.Link($"/dashboard?program={program.Id}{(changed.Touchpoint == RollupKey.All ? "" : $"&touchpoint={changed.Touchpoint}")}")),
            NoticeUrgency.Score,
            InWorkingHours: !rule.AtAnyHour);
    }
}
