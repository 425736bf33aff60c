using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Faults;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Sms;

/// <summary><c>POST /sms</c>: one message to many phones, answered 202 with an outcome each.</summary>
internal sealed class SmsEndpoint(MessageLog log, DeliveryReports reports, RequestCounts counts, Managers managers, TimeProvider clock)
{
    public IResult Send(HttpContext context)
    {
        var request = SandboxJson.Read<SendMessageRequest>(RawBody.Of(context), out var problem);
        problem ??= SmsRequestRules.Refusal(request!);
        if (problem is not null)
        {
            return ServiceErrors.BadRequest(problem);
        }

        var value = request!.SmsRecipients!.Select(recipient => Send(request, recipient)).ToArray();
        return Results.Json(new { value }, SandboxJson.Options, statusCode: 202);
    }

    private SendResponseItem Send(SendMessageRequest request, SmsRecipient recipient)
    {
        if (SmsRequestRules.Refusal(recipient) is { } refusal)
        {
            counts.Add(Services.Sms, Outcomes.RecipientsRefused);
            return refusal;
        }

        var (message, isNew) = log.Accept(MessageOf(request, recipient));
        counts.Add(Services.Sms, isNew ? Outcomes.Messages : Outcomes.DuplicatesSuppressed);
        if (isNew)
        {
            reports.Schedule(message);
        }

        var repeatability = recipient.RepeatabilityRequestId is null ? null : "accepted";
        return new(message.To, message.Id, 202, repeatability, true, null);
    }

    private Message MessageOf(SendMessageRequest request, SmsRecipient recipient)
    {
        var now = clock.GetUtcNow();
        var segments = SmsSegments.Of(request.Message!);
        return new()
        {
            Id = $"Outgoing_{now:yyyyMMddHHmmss}{Guid.NewGuid()}",
            Kind = MessageKinds.Sms,
            From = request.From!,
            To = recipient.To!,
            At = now,
            Text = request.Message,
            Segments = segments.Count,
            Encoding = segments.Encoding,
            Links = LinkFinder.InText(request.Message),
            Tag = request.SmsSendOptions?.Tag,
            RepeatabilityId = recipient.RepeatabilityRequestId,
            WantsReport = request.SmsSendOptions?.EnableDeliveryReport ?? false,
            ToManager = managers.Include(recipient.To!),
        };
    }
}
