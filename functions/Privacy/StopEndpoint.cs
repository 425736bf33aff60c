using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Invitations;
using CxFunctions.Privacy.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Privacy;

/// <summary>
/// <c>/s/{token}/stop</c>. GET and HEAD ask (scanners open every link); POST stops at once, from the page's button or from a mail
/// program's one-click unsubscribe (RFC 8058), whose body is <c>List-Unsubscribe=One-Click</c>. Works as long as the link
/// is known, also after the survey has ended.
/// </summary>
public sealed class StopEndpoint(InvitationStore invitations, ProgramCatalog catalog, OptOutHandler handler, PageRenderer renderer, ILogger<StopEndpoint> log)
{
    [Function("StopSurveys")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "s/{token}/stop")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        SurveyInvitation? invitation = null;
        try
        {
            invitation = LinkToken.IsWellFormed(token) ? await invitations.FindAsync(token, cancellationToken) : null;
            if (invitation is null)
            {
                return await PageAsync(request, new StopPageModel(StopStep.Unknown, LocaleOf(request, null)), 404);
            }
            if (!HttpMethods.IsPost(request.Method))
            {
                return await PageAsync(request, ModelOf(StopStep.Ask, request, invitation), 200);
            }
            await handler.StopAsync(invitation, cancellationToken);
            return await PageAsync(request, ModelOf(StopStep.Stopped, request, invitation), 200);
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            log.NotStopped(e);
            request.HttpContext.Response.Headers.RetryAfter = "30";
            var model = invitation is null ? new StopPageModel(StopStep.NotStopped, LocaleOf(request, null), token) : ModelOf(StopStep.NotStopped, request, invitation);
            return await PageAsync(request, model, 503);
        }
    }

    private StopPageModel ModelOf(StopStep step, HttpRequest request, SurveyInvitation invitation) =>
        new(step, LocaleOf(request, invitation), invitation.Token, catalog.Find(invitation.Program)?.Brand);

    private static string LocaleOf(HttpRequest request, SurveyInvitation? invitation) =>
        Locales.Choose(
            request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : invitation?.Locale ?? request.Headers.AcceptLanguage.ToString(),
            "en");

    private Task<IResult> PageAsync(HttpRequest request, StopPageModel model, int status) =>
        renderer.PageAsync<StopPage>(request.HttpContext, new Dictionary<string, object?> { [nameof(StopPage.Model)] = model }, status);
}
