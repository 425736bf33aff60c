using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Durable;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>The case page behind a manager's link. The token is the key; who has it may act, under the name they give, until it expires.</summary>
public sealed class CaseEndpoint(
    CaseStore store, CaseActions actions, CaseOpenings openings, CasePages pages, ProgramCatalog catalog, TimeProvider time, ILogger<CaseEndpoint> log)
{
    [Function("CasePage")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cases/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (LinkToken.Unglued(token) is { } whole)
        {
            return Results.LocalRedirect($"/cases/{whole}");
        }
        using var limit = StorageTrouble.Limit(cancellationToken);
        try
        {
            var (found, refusal) = await FindAsync(request.HttpContext, token, limit.Token);
            if (found is null)
            {
                return refusal!;
            }
            await openings.NoteAsync(found, request, limit.Token);
            return await pages.ShowAsync(request.HttpContext, found, limit.Token);
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            log.NotReadable(e);
            return await pages.UnavailableAsync(request.HttpContext);
        }
    }

    [Function("CaseAction")]
    public async Task<IResult> ActAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cases/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient journeys,
        CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return Problems.BadRequest("Send the page's form (application/x-www-form-urlencoded).");
        }
        var form = await request.ReadFormAsync(cancellationToken);
        using var limit = StorageTrouble.Limit(cancellationToken);
        try
        {
            var (found, refusal) = await FindAsync(request.HttpContext, token, limit.Token);
            return found is null ? refusal! : await ActAsync(request.HttpContext, found, form, journeys, limit.Token);
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            log.NotSaved(e);
            return await pages.UnsavedAsync(request.HttpContext, token, form);
        }
    }

    private async Task<IResult> ActAsync(HttpContext context, Case found, IFormCollection form, DurableTaskClient journeys, CancellationToken cancellationToken)
    {
        var (action, errors) = CaseForm.Parse(form);
        var state = new CaseFormState(form, errors);
        if (action is null || form["step"] == "change")
        {
            return await pages.FormAsync(context, found, state, cancellationToken);
        }
        if (form["step"] == "preview" && action.WordBack is { } word && CaseTransitions.Judge(found, action) == CaseVerdict.Applies)
        {
            return await pages.PreviewAsync(context, found, state, word, cancellationToken);
        }
        if (await actions.ApplyAsync(found.Id, action, cancellationToken) is not { } change)
        {
            return await pages.UnknownAsync(context);
        }
        if (change.Verdict == CaseVerdict.Overtaken)
        {
            return await pages.OvertakenAsync(context, change.Case, state, cancellationToken);
        }
        if (action.Move != CaseMove.Note)
        {
            await TellJourneyAsync(found.Id, action.Move, journeys, cancellationToken);
        }
        context.Response.Headers.Location = $"/cases/{found.Token}?done={action.Move.ToString().ToLowerInvariant()}#status";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <returns>The case, or the page that says why there is none.</returns>
    private async Task<(Case? Case, IResult? Refusal)> FindAsync(HttpContext context, string token, CancellationToken cancellationToken)
    {
        if (await store.FindByTokenAsync(token, cancellationToken) is not { } found)
        {
            return (null, await pages.UnknownAsync(context));
        }
        if (CaseLinkRules.HasExpired(found, catalog.Get(found.Program).CaseLinks, time.GetUtcNow()))
        {
            log.LinkExpired(found.Id);
            return (null, await pages.ExpiredAsync(context));
        }
        return (found, null);
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
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            log.JourneyNotTold(caseId, e);
        }
    }
}
