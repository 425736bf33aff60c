using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Foundation.OpenApi;

public sealed class OpenApiEndpoint
{
    internal const string Resource = "CxFunctions.Foundation.OpenApi.openapi.json";

    /// <summary>The description of all addresses; a test holds it against the functions there are.</summary>
    [Function("OpenApi")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request) =>
        Results.Stream(typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream(Resource)!, "application/json");
}
