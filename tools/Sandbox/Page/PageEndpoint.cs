using Microsoft.AspNetCore.Http.HttpResults;

namespace CxFunctions.Sandbox.Page;

/// <summary><c>GET /</c> and its files.</summary>
internal sealed class PageEndpoint(PageReader reader)
{
    // Mail may bring its own styles and pictures, but no script runs except ours.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; font-src *; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    private static readonly string Version = typeof(PageEndpoint).Module.ModuleVersionId.ToString("N");

    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public RazorComponentResult<SandboxPage> Get(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        return new(new Dictionary<string, object?> { ["View"] = reader.Read(PageQuery.Parse(context.Request.Query)) });
    }

    public static IResult Asset(string name)
    {
        var stream = typeof(PageEndpoint).Assembly.GetManifestResourceStream($"assets/{name}");
        return stream is null || !ContentTypes.TryGetValue(Path.GetExtension(name), out var type)
            ? Results.NotFound()
            : Results.Stream(stream, type, entityTag: new($"\"{Version}\""));
    }
}
