using CxFunctions.Foundation;
using CxFunctions.Responses.Pages;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Responses;

/// <summary>The answer to a save, as a page or as JSON, after what was sent.</summary>
public sealed class SubmitReply(HttpRequest request, SurveyPages pages)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    private readonly bool _json = PostedAnswers.IsJson(request);

    private HttpContext Context => request.HttpContext;

    public static SubmitReply For(HttpRequest request, SurveyPages pages) => new(request, pages);

    public Task<IResult> SavedAsync(SurveyVisit visit, PostedAnswers posted)
    {
        var saved = visit.Stored!;
        if (_json)
        {
            return Task.FromResult(Results.Json(new SaveReceipt(true, saved.Revision, saved.Complete), CxJson.Lenient));
        }
        return saved.Complete
            ? pages.StateAsync(Context, visit, LocaleOf(visit, posted), justSent: true)
            : MissingAsync(visit, posted);
    }

    /// <summary>Somebody pressed send on an empty survey: nothing was started.</summary>
    public Task<IResult> NothingSaidAsync(SurveyVisit visit, PostedAnswers posted) =>
        _json ? Task.FromResult(Problems.Invalid("Give at least one answer.")) : MissingAsync(visit, posted);

    public Task<IResult> RefusedAsync(SurveyVisit visit, PostedAnswers posted, IReadOnlyList<AnswerError> errors)
    {
        if (_json || visit.State != SurveyState.Open)
        {
            var reasons = errors.Select(e => new { question = e.QuestionId, reason = e.Reason }).ToList();
            return Task.FromResult(Problems.Invalid(errors.Count > 0 ? "At least one answer breaks a rule; nothing was saved." : "The words are too long; nothing was saved.", new Dictionary<string, object?> { ["errors"] = reasons }));
        }
        return pages.SurveyAsync(Context, ModelOf(visit, posted) with { Errors = AnswerErrorWords.Of(visit.Questionnaire, errors, SurveyWords.In(LocaleOf(visit, posted))) }, 422);
    }

    public Task<IResult> ClosedAsync(SurveyVisit visit, PostedAnswers posted) => !_json
        ? pages.StateAsync(Context, visit, LocaleOf(visit, posted), justSent: false)
        : Task.FromResult(visit.State switch
        {
            SurveyState.Answered => Problems.Conflict("The survey has been sent off; its answers do not change any more."),
            SurveyState.Unknown => Problems.NotFound("There is no such survey."),
            _ => Problems.Gone("The survey is closed."),
        });

    public Task<IResult> NotSavedAsync(SurveyVisit visit, PostedAnswers posted) =>
        _json ? Task.FromResult(Problems.Unavailable(Context, TryAgain, "The answers are not saved. Send them again."))
        : visit.State == SurveyState.Unknown ? pages.UnavailableAsync(Context, LocaleOf(visit, posted))
        : pages.SurveyAsync(Context, ModelOf(visit, posted) with { NotSaved = true }, 503);

    private SurveyPageModel ModelOf(SurveyVisit visit, PostedAnswers posted) => new(visit, LocaleOf(visit, posted)) { Given = posted.Answers };

    private string LocaleOf(SurveyVisit visit, PostedAnswers posted) => PageLocale.Of(request, visit, posted.Language);

    private Task<IResult> MissingAsync(SurveyVisit visit, PostedAnswers posted) =>
        pages.SurveyAsync(Context, ModelOf(visit, posted) with { Errors = MissingWords(visit, posted) }, 422);

    private Dictionary<string, string> MissingWords(SurveyVisit visit, PostedAnswers posted)
    {
        var words = SurveyWords.In(LocaleOf(visit, posted));
        return ResponseRules.Missing(visit.Questionnaire, visit.Stored?.Scores ?? Submission.Empty.Scores, visit.Stored?.VerbatimPrints ?? Submission.Empty.Verbatims)
            .ToDictionary(q => q.Id, q => q.Scale is null ? words.WriteSomething : words.ChooseOne);
    }
}

/// <summary>The JSON answer to a save.</summary>
/// <param name="Saved">Always true: what is not saved is a problem document.</param>
/// <param name="Revision">1 for the first save, one more for each that changed anything.</param>
/// <param name="Complete">Whether the survey is sent off.</param>
public sealed record SaveReceipt(bool Saved, int Revision, bool Complete);
