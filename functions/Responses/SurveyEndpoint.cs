using CxFunctions.Foundation;
using CxFunctions.Responses.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Responses;

/// <summary><c>GET /s/{token}</c>: the page. Reads only: mail scanners open every link.</summary>
public sealed class SurveyEndpoint(SurveyVisits visits, SurveyPages pages, ILogger<SurveyEndpoint> log)
{
    [Function("Survey")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "s/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (LinkToken.Unglued(token) is { } whole)
        {
            return Results.LocalRedirect($"/s/{whole}{request.QueryString}");
        }
        using var limit = StorageTrouble.Limit(cancellationToken);
        try
        {
            var visit = await visits.OpenAsync(token, limit.Token);
            var locale = PageLocale.Of(request, visit);
            return visit.State == SurveyState.Open
                ? await pages.SurveyAsync(request.HttpContext, new SurveyPageModel(visit, locale) { Given = ScoreIntent.Of(request.Query["score"], visit) })
                : await pages.StateAsync(request.HttpContext, visit, locale, justSent: request.Query.ContainsKey("sent"));
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            log.NotReadable(e);
            return await pages.UnavailableAsync(request.HttpContext, PageLocale.Of(request, SurveyVisit.Unknown));
        }
    }
}
