using CxFunctions.Cases.Pages;
using CxFunctions.Channels;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Cases;

/// <summary>Every page that a link to a case can show.</summary>
public sealed class CasePages(CaseView view, WordBackSender words, PageRenderer pages)
{
    public Task<IResult> ShowAsync(HttpContext context, Case c, CancellationToken cancellationToken) =>
        CaseAsync(context, c, CaseFormState.Empty, null, false, StatusCodes.Status200OK, cancellationToken);

    /// <summary>The form with what was typed, and what is wrong with it, if anything.</summary>
    public Task<IResult> FormAsync(HttpContext context, Case c, CaseFormState form, CancellationToken cancellationToken) =>
        CaseAsync(context, c, form, null, false, form.Errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, cancellationToken);

    /// <summary>What the customer would be told, by which way and at what cost, before anything is done.</summary>
    public async Task<IResult> PreviewAsync(HttpContext context, Case c, CaseFormState form, string word, CancellationToken cancellationToken) =>
        await CaseAsync(context, c, form, await words.PreviewAsync(CaseWordBack.Of(c, word), cancellationToken), false, StatusCodes.Status200OK, cancellationToken);

    /// <summary>Somebody else was first: who, and what was typed in a form that can still be sent.</summary>
    public Task<IResult> OvertakenAsync(HttpContext context, Case c, CaseFormState form, CancellationToken cancellationToken)
    {
        var kept = c.IsOpen ? form.Concerns(CaseMove.Acknowledge) ? form.KeptAsAssign() : form : form.KeptAsNote();
        return CaseAsync(context, c, kept, null, true, StatusCodes.Status409Conflict, cancellationToken);
    }

    public Task<IResult> UnknownAsync(HttpContext context) => pages.PageAsync<UnknownCasePage>(context, new Dictionary<string, object?>(), StatusCodes.Status404NotFound);

    public Task<IResult> ExpiredAsync(HttpContext context) => pages.PageAsync<ExpiredCasePage>(context, new Dictionary<string, object?>(), StatusCodes.Status410Gone);

    public Task<IResult> UnavailableAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return pages.PageAsync<UnavailableCasePage>(context, new Dictionary<string, object?>(), StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Made of the form alone: nothing can be read now.</summary>
    public Task<IResult> UnsavedAsync(HttpContext context, string token, IFormCollection form)
    {
        context.Response.Headers.RetryAfter = "60";
        var parameters = new Dictionary<string, object?> { [nameof(UnsavedCasePage.Token)] = token, [nameof(UnsavedCasePage.Form)] = CaseFormState.Of(form) };
        return pages.PageAsync<UnsavedCasePage>(context, parameters, StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<IResult> CaseAsync(
        HttpContext context, Case c, CaseFormState form, WordBackPreview? preview, bool overtaken, int status, CancellationToken cancellationToken) =>
        await pages.PageAsync<CasePage>(
            context,
            new Dictionary<string, object?>
            {
                [nameof(CasePage.Model)] = await view.OfAsync(c, cancellationToken),
                [nameof(CasePage.Form)] = form,
                [nameof(CasePage.Preview)] = preview,
                [nameof(CasePage.IsOvertaken)] = overtaken,
                [nameof(CasePage.Done)] = context.Request.Query["done"].ToString(),
            },
            status);
}
