using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Responses;

/// <summary><c>POST /s/{token}</c>: saves answers, from the form (answered with a page) or as JSON (answered with JSON).</summary>
public sealed class SubmitEndpoint(SurveyVisits visits, AnswerRecorder recorder, SurveyPages pages, ILogger<SubmitEndpoint> log)
{
    [Function("SubmitSurvey")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "s/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var reply = SubmitReply.For(request, pages);
        var (posted, refusal) = await PostedAnswers.ReadAsync(request, cancellationToken);
        if (posted is null)
        {
            return refusal!;
        }
        var visit = SurveyVisit.Unknown;
        using var limit = StorageTrouble.Limit(cancellationToken);
        try
        {
            visit = await visits.OpenAsync(token, limit.Token);
            if (visit.State is not (SurveyState.Open or SurveyState.Answered))
            {
                return await reply.ClosedAsync(visit, posted);
            }
            var (submission, errors) = AnswerParser.Parse(visit.Questionnaire, posted.Answers);
            if (errors.Count > 0 || !AnswerRecorder.Fits(visit, submission))
            {
                return await reply.RefusedAsync(visit, posted, errors);
            }
            if (submission.IsEmpty && visit.Stored is null)
            {
                return await reply.NothingSaidAsync(visit, posted);
            }
            var outcome = await recorder.SaveAsync(token, visit, submission, posted.SendOff, PageLocale.Of(request, visit, posted.Language), limit.Token);
            return outcome.Response is { } saved
                ? await reply.SavedAsync(visit with { State = outcome.State, Stored = saved }, posted)
                : await reply.ClosedAsync(visit with { State = outcome.State }, posted);
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            log.NotSaved(e);
            return await reply.NotSavedAsync(visit, posted);
        }
    }
}
