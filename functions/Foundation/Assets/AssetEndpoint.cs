using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace CxFunctions.Foundation.Assets;

public sealed class AssetEndpoint
{
    /// <summary>Styles and scripts. Under the address of their version they never change; without it they are checked by ETag.</summary>
    [Function("Asset")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name)
    {
        if (PageAssets.Find(name) is not { } asset)
        {
            return Problems.NotFound("There is no such file.");
        }
        request.HttpContext.Response.Headers.CacheControl = request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }
}
