using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Privacy;

/// <summary>
/// <c>POST /api/suppressions/release</c>: an operator knows that an address exists after all. What its owner said is not the operator's to
/// take back. The address travels in the body, because addresses of requests are logged.
/// </summary>
public sealed class ReleaseEndpoint(SuppressionStore suppressions)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(10);

    [Function("ReleaseSuppression")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/suppressions/release")] HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await AddressAsync(request, cancellationToken) is not { } address ? Problems.BadRequest("""The body must be {"address":"..."}: a phone in E.164 or an e-mail address.""")
                : await suppressions.ReleaseAsync(address, cancellationToken) ? Results.Json(new { released = true }, CxJson.Lenient)
                : Problems.NotFound("The address is not held to be out of reach.");
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            return Problems.Unavailable(request.HttpContext, TryAgain, "The address could not be released; ask again.");
        }
    }

    private static async Task<string?> AddressAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await System.Text.Json.JsonSerializer.DeserializeAsync<Release>(request.Body, CxJson.Lenient, cancellationToken);
            return string.IsNullOrWhiteSpace(body?.Address) || body.Address.Length > 320 ? null : body.Address;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private sealed record Release(string? Address);
}
