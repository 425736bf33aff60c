using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Intake;

internal sealed class WebhookEndpoint(WebhookHandler handler)
{
    [Function("Webhooks")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/{source}")] HttpRequest request,
        string source,
        CancellationToken cancellationToken) => handler.HandleAsync(source, request, cancellationToken);
}
