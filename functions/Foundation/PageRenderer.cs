using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Foundation;

/// <summary>
/// Renders a Razor component as a whole page. Components encode everything they are given. Nothing here knows the address of the request, so
/// every form names its action.
/// </summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>
    /// Pages hold personal links and answers: never cached, never framed by others, never named in a Referer.
    /// </summary>
    public async Task<IResult> PageAsync<TPage>(HttpContext context, IReadOnlyDictionary<string, object?> parameters, int status = 200)
        where TPage : IComponent => Page(context, await HtmlAsync<TPage>(parameters), status);

    /// <summary>
    /// The same for a page that looks at itself again: its ETag is of what it says, and who has that already is answered 304 without it. Kept by
    /// the page's own script only, for no cache may hold it.
    /// </summary>
    public async Task<IResult> RefreshingPageAsync<TPage>(HttpContext context, IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        var html = await HtmlAsync<TPage>(parameters);
        var tag = $"\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 12))}\"";
        var page = Page(context, html, StatusCodes.Status200OK);
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch.ToString() == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : page;
    }

    /// <summary>The markup alone, for e-mails and for parts of a page.</summary>
    public async Task<string> HtmlAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        // What renders is scoped: a root provider refuses to make it where scopes are checked, and shares it between requests where they are not.
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters)));
            return output.ToHtmlString();
        });
    }

    private static IResult Page(HttpContext context, string html, int status)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers["X-Robots-Tag"] = "noindex";
        return Results.Content("<!DOCTYPE html>\n" + html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }
}
