using System.Buffers.Text;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxFunctions.Intake;

/// <summary>Authorise, parse, enqueue, answer; nothing slow on the way, because senders give up after five seconds.</summary>
internal sealed class WebhookHandler(
    IEnumerable<IWebhookSource> sources,
    IOptions<WebhookOptions> options,
    IOptions<CxOptions> cx,
    DeliverySender sender,
    TimeProvider time,
    ILogger<WebhookHandler> log)
{
    public const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    // Real seconds, whatever clock the product lives by: after five the sender has hung up and would not hear our answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public async Task<IResult> HandleAsync(string sourceName, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!options.Value.Sources.TryGetValue(sourceName, out var settings) || sources.FirstOrDefault(s => s.Name == sourceName) is not { } source)
        {
            return Problems.NotFound("No webhook source of this name is configured.");
        }
        if (await BoundedBody.ReadAsync(request, MaxBytes, cancellationToken) is not { } body)
        {
            return Problems.TooLarge($"A delivery holds at most {MaxBytes} bytes; send the rest in another.");
        }
        var now = time.GetUtcNow();
        var signed = new SignedRequest(request.Method.ToUpperInvariant(), cx.Value.Link(PathAndQuery(request)), request.Headers, body);
        if (source.Verify(signed, settings.Secrets, now) is { IsGenuine: false, Reason: var reason })
        {
            IntakeLog.Refused(log, source.Name, reason!);
            return Problems.Unauthorized(reason!);
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var delivery = Delivery.Of(IdOf(source.DeliveryOf(request.Headers)), DeliveryParser.Parse(body, source, settings));
            await sender.SendAsync(delivery, source.Name, now, patience.Token);
            var receipt = delivery.Receipt;
            IntakeLog.Accepted(log, source.Name, receipt.Delivery, receipt.Accepted, receipt.Duplicates, receipt.Rejected.Count);
            return Results.Json(receipt, CxJson.Lenient, statusCode: StatusCodes.Status202Accepted);
        }
        catch (FormatException e)
        {
            IntakeLog.Malformed(log, source.Name);
            return Problems.BadRequest(e.Message);
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            IntakeLog.NotStored(log, e, source.Name);
            return Problems.Unavailable(request.HttpContext, RetryAfter, "The delivery could not be stored; send it again.");
        }
    }

    /// <summary>As it stood in the request line: the framework's own path is decoded already, and signatures are made over what was sent.</summary>
    private static string PathAndQuery(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw
            ? raw
            : request.PathBase + request.Path + request.QueryString;

    private string IdOf(string? given) =>
        given is { Length: <= 128 } && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? given
            : Base64Url.EncodeToString(Guid.CreateVersion7(time.GetUtcNow()).ToByteArray(bigEndian: true));
}
