using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Cases;

/// <summary>Opens the case, starts its clock, tells the managers: in this order, each step repeatable.</summary>
public sealed class CaseOpening(CaseStore store, ProgramCatalog catalog, QueueSender queues, IOptions<CxOptions> options, ILogger<CaseOpening> log)
{
    public async Task OpenAsync(CaseRequested request, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var program = catalog.Get(request.Program);
        var rule = program.Alerts.FirstOrDefault(r => r.Id == request.RuleId);
        if (rule is null)
        {
            log.RuleGone(StableId.Of("case", request.AlertId), request.RuleId);
        }
        var policy = rule?.Case ?? new CasePolicy();
        var opened = await store.OpenAsync(New(request, program, rule, policy), cancellationToken);
        await journeys.StartOnceAsync(nameof(CaseJourney), CaseIds.Journey(opened.Id), new CasePlan(opened.Id, policy.EscalateTo), cancellationToken);
        if (request.Again)
        {
            await store.ChangeAsync(opened.Id, c => c.Verbatim == request.Verbatim ? null : (c with { Verbatim = request.Verbatim }, null), cancellationToken);
            log.WordsReplaced(opened.Id);
            return;
        }
        foreach (var notice in CaseNotices.Opened(opened, program, rule, options.Value, request))
        {
            await queues.SendAsync(QueueNames.Notices, notice, cancellationToken: cancellationToken);
        }
        log.Opened(opened.Id, opened.RuleId, opened.AcknowledgeBy, opened.ResolveBy);
    }

    internal static Case New(CaseRequested request, SurveyProgram program, AlertRule? rule, CasePolicy policy)
    {
        // Counted once: what the program says of hours tomorrow moves no deadline of today.
        var calendar = rule is null or { AtAnyHour: true } ? WorkingCalendar.Always : WorkingCalendar.Of(program, rule.Recipients);
        return new Case
        {
            Id = StableId.Of("case", request.AlertId),
            Token = LinkToken.Create(),
            Program = request.Program,
            Touchpoint = request.Touchpoint,
            RuleId = request.RuleId,
            Response = request.Response,
            Channel = request.Channel,
            Locale = request.Locale,
            Dimensions = request.Dimensions,
            Metric = request.Metric,
            Score = request.Score,
            Verbatim = request.Verbatim,
            OpenedAt = request.RaisedAt,
            AcknowledgeBy = calendar.Add(request.RaisedAt, policy.AcknowledgeWithin),
            ResolveBy = calendar.Add(request.RaisedAt, policy.ResolveWithin),
            TimeZone = program.ZoneOfRecipient(rule?.Recipients.FirstOrDefault()).Id,
        };
    }
}

/// <summary>A case's journey is known by the case.</summary>
public static class CaseIds
{
    public static string Journey(string caseId) => "case-" + caseId;
}
