using CxFunctions.Catalog;
using CxFunctions.Sentiment;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Dashboard.Exports;

/// <summary>Answers of single customers, newest first, verbatims masked.</summary>
public sealed class ResponsesEndpoint(Export export, VerbatimStore verbatims)
{
    [Function("Responses")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/responses")] HttpRequest request) =>
        export.RunAsync(request, "responses", TimeSpan.FromDays(7), Columns, part => verbatims
            .ResponsesAsync(part.List, part.Query.From.Utc, part.Query.To.Utc, part.After, request.HttpContext.RequestAborted)
            .Where(listed => part.Query.Holds(listed.Response.Touchpoint, listed.Response.Channel, listed.Response.Dimensions))
            .Select(listed => new ExportItem(listed.Position, Json(listed.Response), Cells(part.Query, listed.Response))));

    private static object Json(AnalyzedResponse response) => new
    {
        response.Ref.JourneyId,
        response.Ref.ContactId,
        response.Program,
        response.Touchpoint,
        response.Channel,
        response.Locale,
        response.Dimensions,
        response.Ref.OccurredAt,
        response.SavedAt,
        response.Revision,
        response.Complete,
        response.Scores,
        response.Sentiment,
        Analysis = response.State,
        response.Verbatims,
    };

    private static IReadOnlyList<string> Columns(ExportQuery query) =>
        ["journeyId", "contactId", "program", "touchpoint", "channel", "locale", .. query.DimensionNames, "occurredAt", "savedAt", "complete", "nps", "csat", "ces",
            "sentiment", "analysis", "language", "verbatim", "keyPhrases", "opinions"];

    private static IReadOnlyList<(string Column, object? Value)> Cells(ExportQuery query, AnalyzedResponse response) =>
    [
        ("journeyId", response.Ref.JourneyId),
        ("contactId", response.Ref.ContactId),
        ("program", response.Program),
        ("touchpoint", response.Touchpoint),
        ("channel", $"{response.Channel}".ToLowerInvariant()),
        ("locale", response.Locale),
        .. query.DimensionNames.Select(d => (d, (object?)response.Dimensions.GetValueOrDefault(d))),
        ("occurredAt", response.Ref.OccurredAt),
        ("savedAt", response.SavedAt),
        ("complete", response.Complete ? "true" : "false"),
        ("nps", Score(response, QuestionKind.Nps)),
        ("csat", Score(response, QuestionKind.Csat)),
        ("ces", Score(response, QuestionKind.Ces)),
        ("sentiment", response.Sentiment),
        ("analysis", $"{response.State}".ToLowerInvariant()),
        ("language", string.Join(", ", response.Verbatims.Select(v => v.Language).Distinct())),
        ("verbatim", string.Join("\n", response.Verbatims.Select(v => v.Text))),
        ("keyPhrases", string.Join("; ", response.Verbatims.SelectMany(v => v.KeyPhrases).Distinct())),
        ("opinions", string.Join("; ", response.Verbatims.SelectMany(v => v.Opinions).Select(o => $"{o.Target}: {string.Join(", ", o.Assessments)} ({o.Sentiment})"))),
    ];

    private static object? Score(AnalyzedResponse response, QuestionKind metric) => response.Scores.TryGetValue(metric, out var score) ? score : null;
}
