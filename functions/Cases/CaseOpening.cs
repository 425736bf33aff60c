using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using CxFunctions.Messages;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace CxFunctions.Cases;

/// <summary>Opens the case, starts its clock, tells the managers: in this order, each step repeatable.</summary>
public sealed class CaseOpening(CaseStore store, ProgramCatalog catalog, QueueSender queues, IOptions<CxOptions> options)
{
    public async Task OpenAsync(CaseRequested request, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var program = catalog.Get(request.Program);
        var rule = program.Alerts.FirstOrDefault(r => r.Id == request.RuleId);
        var policy = rule?.Case ?? new CasePolicy();
        var opened = await store.OpenAsync(New(request, policy), cancellationToken);
        await journeys.StartOnceAsync(nameof(CaseJourney), CaseIds.Journey(opened.Id), new CasePlan(opened.Id, policy.EscalateTo), cancellationToken);
        await queues.SendAsync(
            QueueNames.Notices,
            CaseNotices.Opened(opened, program, rule?.Recipients ?? [], rule?.Channels ?? [Channel.Email], new Uri(options.Value.Link($"/cases/{opened.Token}"))),
            cancellationToken: cancellationToken);
    }

    private static Case New(CaseRequested request, CasePolicy policy) => new()
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
        AcknowledgeBy = request.RaisedAt + policy.AcknowledgeWithin,
        ResolveBy = request.RaisedAt + policy.ResolveWithin,
    };
}

/// <summary>A case's journey is known by the case.</summary>
public static class CaseIds
{
    public static string Journey(string caseId) => "case-" + caseId;
}
