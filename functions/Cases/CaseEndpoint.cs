using CxFunctions.Cases.Pages;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>The case page behind a manager's link. The token is the key; who has it may act, under the name they give.</summary>
public sealed class CaseEndpoint(CaseStore store, CaseActions actions, CaseView view, PageRenderer pages, ILogger<CaseEndpoint> log)
{
    [Function("CasePage")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cases/{token}")] HttpRequest request, string token, CancellationToken cancellationToken) =>
        LinkToken.Unglued(token) is { } whole ? Results.LocalRedirect($"/cases/{whole}")
        : await store.FindByTokenAsync(token, cancellationToken) is { } found
            ? await PageAsync(request, found, CaseFormState.Empty, cancellationToken)
            : await UnknownAsync(request);

    [Function("CaseAction")]
    public async Task<IResult> ActAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient journeys,
        CancellationToken cancellationToken)
    {
        if (await store.FindByTokenAsync(token, cancellationToken) is not { } found)
        {
            return await UnknownAsync(request);
        }
        if (!request.HasFormContentType)
        {
            return Problems.BadRequest("Send the page's form (application/x-www-form-urlencoded).");
        }
        var form = await request.ReadFormAsync(cancellationToken);
        var (action, errors) = CaseForm.Parse(form);
        if (action is null)
        {
            return await PageAsync(request, found, new CaseFormState(form, errors), cancellationToken, StatusCodes.Status400BadRequest);
        }
        if (await actions.ApplyAsync(found.Id, action, cancellationToken) is null)
        {
            return await UnknownAsync(request);
        }
        if (action.Move != CaseMove.Note)
        {
            await TellJourneyAsync(found.Id, action.Move, journeys, cancellationToken);
        }
        request.HttpContext.Response.Headers.Location = $"/cases/{token}?done={action.Move.ToString().ToLowerInvariant()}#status";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>
    /// Told again when the form is sent again: the journey reads the case itself and loses nothing by a second event. What the manager did is
    /// saved and shown as done; where the engine can't be told now, the journey looks by itself.
    /// </summary>
    private async Task TellJourneyAsync(string caseId, CaseMove move, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        try
        {
            if (!await journeys.TellAsync(CaseIds.Journey(caseId), CasePlan.ChangedEvent, move.ToString(), cancellationToken))
            {
                log.JourneyHasEnded(caseId, move);
            }
        }
        catch (RpcException e)
        {
            log.JourneyNotTold(caseId, e);
        }
    }

    private async Task<IResult> PageAsync(HttpRequest request, Case found, CaseFormState form, CancellationToken cancellationToken, int status = 200) =>
        await pages.PageAsync<CasePage>(
            request.HttpContext,
            new Dictionary<string, object?>
            {
                [nameof(CasePage.Model)] = await view.OfAsync(found, cancellationToken),
                [nameof(CasePage.Form)] = form,
                [nameof(CasePage.Done)] = request.Query["done"].ToString(),
            },
            status);

    private Task<IResult> UnknownAsync(HttpRequest request) =>
        pages.PageAsync<UnknownCasePage>(request.HttpContext, new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
