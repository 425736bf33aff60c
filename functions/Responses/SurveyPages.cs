using CxFunctions.Foundation;
using CxFunctions.Foundation.Pages;
using CxFunctions.Responses.Pages;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Responses;

/// <summary>Which page and which HTTP status a visit gets.</summary>
public sealed class SurveyPages(PageRenderer renderer)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(30);

    public Task<IResult> SurveyAsync(HttpContext context, SurveyPageModel model, int status = 200)
    {
        if (status == 503)
        {
            context.Response.Headers.RetryAfter = Seconds(TryAgain);
        }
        return renderer.PageAsync<SurveyPage>(context, new Dictionary<string, object?> { [nameof(SurveyPage.Model)] = model }, status);
    }

    /// <param name="context">Of the request.</param>
    /// <param name="visit">Any state but open.</param>
    /// <param name="locale">es, en or pt.</param>
    /// <param name="justSent">Whether it was this visit that sent the answers.</param>
    public Task<IResult> StateAsync(HttpContext context, SurveyVisit visit, string locale, bool justSent) => visit.State switch
    {
        SurveyState.Answered => StateAsync(
            context, visit, locale, justSent ? StateWords.Thanks(locale) : StateWords.Answered(locale), StateIconKind.Done, 200,
            visit.Questionnaire.Thanks.In(locale)),
        SurveyState.OptedOut => StateAsync(context, visit, locale, StateWords.OptedOut(locale), StateIconKind.Quiet, 410),
        SurveyState.Expired => StateAsync(context, visit, locale, StateWords.Expired(locale), StateIconKind.Clock, 410),
        _ => StateAsync(context, SurveyVisit.Unknown, locale, StateWords.Unknown(locale), StateIconKind.Question, 404),
    };

    public Task<IResult> UnavailableAsync(HttpContext context, string locale)
    {
        context.Response.Headers.RetryAfter = Seconds(TryAgain);
        return StateAsync(context, SurveyVisit.Unknown, locale, StateWords.Unavailable(locale), StateIconKind.Warning, 503);
    }

    private Task<IResult> StateAsync(HttpContext context, SurveyVisit visit, string locale, StateWords words, StateIconKind icon, int status, string? lead = null) =>
        renderer.PageAsync<StatePage>(
            context,
            new Dictionary<string, object?>
            {
                [nameof(StatePage.Look)] = Looks.Of(visit, locale, words.Heading),
                [nameof(StatePage.Words)] = words,
                [nameof(StatePage.Icon)] = icon,
                [nameof(StatePage.Lead)] = lead,
            },
            status);

    private static string Seconds(TimeSpan time) => ((int)time.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
