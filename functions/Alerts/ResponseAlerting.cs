using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Alerts;

/// <summary>Raises what one answer calls for: a case where the rule has a policy for it, else a notice.</summary>
public sealed class ResponseAlerting(
    ProgramCatalog catalog, AlertStore alerts, QueueSender queues, IOptions<CxOptions> options, TimeProvider time, ILogger<ResponseAlerting> log)
{
    /// <summary>Whether any rule would fire, without raising anything.</summary>
    public bool Concerns(ResponseAnalyzed response) => catalog.Find(response.Program) is { } program && ResponseAlertRules.Fired(program, response).Any();

    public async Task RaiseAsync(ResponseAnalyzed response, CancellationToken cancellationToken)
    {
        var program = catalog.Get(response.Program);
        foreach (var rule in ResponseAlertRules.Fired(program, response))
        {
            var alert = new Alert(
                Alert.IdOf(program.Id, rule.Id, response.Ref.JourneyId), program.Id, rule.Id, response.Touchpoint, response.Ref.JourneyId, response.Ref.OccurredAt, time.GetUtcNow());
            if (await alerts.RaiseAsync(alert, cancellationToken))
            {
                var passed = await PassOnAsync(program, rule, alert, response, cancellationToken);
                await alerts.MarkPassedAsync(alert, passed, cancellationToken);
                log.Raised(alert.Id, rule.Id, passed);
            }
            else
            {
                log.RaisedBefore(alert.Id, rule.Id);
                await PassOnWordsAsync(rule, alert, response, cancellationToken);
            }
        }
    }

    private async Task<string> PassOnAsync(SurveyProgram program, AlertRule rule, Alert alert, ResponseAnalyzed response, CancellationToken cancellationToken)
    {
        if (rule.Case is not null)
        {
            var tellAt = await alerts.TellAtAsync(alert, rule.Throttle, cancellationToken);
            await queues.SendAsync(QueueNames.Cases, Case(rule, alert, response, tellAt), cancellationToken: cancellationToken);
            if (tellAt is { } later)
            {
                log.ToldLater(alert.Id, rule.Id, later);
            }
            return "case";
        }
        if (await alerts.MayTellAsync(alert, rule.Throttle, cancellationToken) is not { } held)
        {
            return "held";
        }
        await queues.SendAsync(QueueNames.Notices, Notice(program, rule, alert, response, held), cancellationToken: cancellationToken);
        return "notice";
    }

    /// <summary>A case that was opened while nobody could read its words holds them as they were: what is stored with names masked must not stand there with them.</summary>
    private async Task PassOnWordsAsync(AlertRule rule, Alert alert, ResponseAnalyzed response, CancellationToken cancellationToken)
    {
        if (rule.Case is not null && WordsOf(response) is not null && !IsUnread(response))
        {
            await queues.SendAsync(QueueNames.Cases, Case(rule, alert, response, null) with { Again = true }, cancellationToken: cancellationToken);
        }
    }

    private static CaseRequested Case(AlertRule rule, Alert alert, ResponseAnalyzed response, DateTimeOffset? tellAt) => new(
        CaseRequested.CurrentVersion,
        alert.Id,
        response.Program,
        response.Touchpoint,
        rule.Id,
        response.Ref,
        response.Channel,
        response.Locale,
        response.Dimensions,
        rule.Response!.Metric,
        response.Scores.TryGetValue(rule.Response.Metric, out var score) ? score : null,
        WordsOf(response),
        alert.RaisedAt,
        tellAt,
        IsUnread(response));

    private ManagerNotice Notice(SurveyProgram program, AlertRule rule, Alert alert, ResponseAnalyzed response, int held) => new(
        ManagerNotice.CurrentVersion,
        $"alert-{alert.Id}",
        program.Id,
        rule.Recipients,
        rule.Channels,
        $"{program.Brand.Name}: {rule.Response!.Metric.ToString().ToUpperInvariant()} {response.Scores[rule.Response.Metric]} at {program.FindTouchpoint(response.Touchpoint)?.Name.En ?? response.Touchpoint}",
        held > 0 ? [$"{held} more since the last alert of this kind."] : [],
        new Uri(options.Value.Link($"/dashboard?program={program.Id}&touchpoint={response.Touchpoint}")),
        Words: IsUnread(response) ? null : WordsOf(response),
        InWorkingHours: !rule.AtAnyHour);

    private static string? WordsOf(ResponseAnalyzed response) => response.Verbatims.Count > 0 ? string.Join(" · ", response.Verbatims.Select(v => v.Text)) : null;

    /// <summary>Masked by form alone: the service that knows names was out of reach, or its budget spent.</summary>
    private static bool IsUnread(ResponseAnalyzed response) => response.Verbatims.Any(v => v.Sentiment is null);
}
