using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Faults;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Email;

/// <summary><c>POST /emails:send</c> and the operation it starts. One message in the log for each recipient.</summary>
internal sealed class EmailEndpoint(MessageLog log, DeliveryReports reports, RequestCounts counts, Managers managers, TimeProvider clock)
{
    public IResult Send(HttpContext context)
    {
        var body = RawBody.Of(context);
        if (body.Length > EmailRequestRules.MaxBytes)
        {
            return ServiceErrors.Of(413, "RequestEntityTooLarge", $"An email request has at most {EmailRequestRules.MaxBytes} bytes.");
        }

        var request = SandboxJson.Read<EmailRequest>(body, out var problem);
        if (problem is not null)
        {
            return ServiceErrors.BadRequest(problem);
        }

        if (EmailRequestRules.Refusal(request!) is { } refusal)
        {
            return ServiceErrors.Of(400, "InvalidRequest", refusal.Message, target: refusal.Target);
        }

        if (!TryOperationId(context.Request, out var operation))
        {
            return ServiceErrors.Of(400, "InvalidRequest", "The Operation-Id header must be a GUID.", target: "Operation-Id");
        }

        Accept(request!, operation);
        return Answer(context, operation);
    }

    public IResult Operation(HttpContext context, string id) => log.ById(id) is { Kind: MessageKinds.Email }
        ? Results.Json(new { id, status = "Succeeded" }, SandboxJson.Options)
        : ServiceErrors.Of(404, "NotFound", "The operation does not exist.");

    private static bool TryOperationId(HttpRequest request, out string operation)
    {
        var header = request.Headers["Operation-Id"].ToString();
        operation = header.Length == 0 ? Guid.NewGuid().ToString() : header.ToLowerInvariant();
        return Guid.TryParse(operation, out _);
    }

    private void Accept(EmailRequest request, string operation)
    {
        // The id names the operation; repeated, it is the same operation and sends nothing.
        if (log.ById(operation) is not null)
        {
            counts.Add(Services.Email, Outcomes.DuplicatesSuppressed);
            return;
        }

        var number = 0;
        foreach (var recipient in request.Recipients!.All.Select(r => r.Address!).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            number++;
            var (message, isNew) = log.Accept(MessageOf(request, operation, number, recipient));
            if (isNew)
            {
                counts.Add(Services.Email, Outcomes.Messages);
                reports.Schedule(message);
            }
        }
    }

    private Message MessageOf(EmailRequest request, string operation, int number, string recipient) => new()
    {
        Id = number == 1 ? operation : $"{operation}/{number}",
        Kind = MessageKinds.Email,
        From = request.SenderAddress!,
        To = recipient,
        At = clock.GetUtcNow(),
        Subject = request.Content!.Subject,
        Html = request.Content.Html,
        PlainText = request.Content.PlainText,
        Links = [.. LinkFinder.InHtml(request.Content.Html).Union(LinkFinder.InText(request.Content.PlainText))],
        RepeatabilityId = operation,
        WantsReport = true,
        ToManager = managers.Include(recipient),
    };

    private static IResult Answer(HttpContext context, string id)
    {
        var request = context.Request;
        context.Response.Headers["Operation-Location"] =
            $"{request.Scheme}://{request.Host}/emails/operations/{id}?api-version={Uri.EscapeDataString(request.Query["api-version"].ToString())}";
        context.Response.Headers.RetryAfter = "1";
        return Results.Json(new { id, status = "Running" }, SandboxJson.Options, statusCode: 202);
    }
}
