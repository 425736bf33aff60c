using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CxFunctions.Foundation.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Responses;

/// <summary><c>GET /assets/survey.js</c>: what the page gains where JavaScript runs.</summary>
public sealed class SurveyScriptEndpoint
{
    private static readonly string Script = EmbeddedText.Read("Responses.Pages.survey.js");

    /// <summary>Changes with the script, so that a browser may keep it for good.</summary>
    public static string Address { get; } =
        "/assets/survey.js?v=" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Script)).AsSpan(0, 6));

    [Function("SurveyScript")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/survey.js")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        return Results.Text(Script, "text/javascript; charset=utf-8", Encoding.UTF8);
    }
}
