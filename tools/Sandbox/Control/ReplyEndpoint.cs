using System.Text.Json;
using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Messages;
using CxFunctions.Sandbox.Sms;

namespace CxFunctions.Sandbox.Control;

/// <summary><c>POST /sandbox/phones/{number}/reply</c>: somebody answers the last SMS on their phone.</summary>
internal sealed class ReplyEndpoint(MessageLog log, EventFeed feed, OptOuts optOuts, TimeProvider clock)
{
    private sealed record Reply(string? Text, string? To);

    public async Task<IResult> PostAsync(HttpContext context, string number)
    {
        var body = await RawBody.ReadAsync(context);
        var reply = SandboxJson.Read<Reply>(body.Span, out var problem);
        var phone = PhoneNumber.Normalise(number);
        problem ??= string.IsNullOrWhiteSpace(reply!.Text) ? "text is required."
            : reply.Text.Length > SmsRequestRules.MaxCharacters ? $"text has at most {SmsRequestRules.MaxCharacters} characters."
            : !PhoneNumber.IsValid(phone) ? "The phone's number is not in E.164 format."
            : null;
        if (problem is not null)
        {
            return ServiceErrors.BadRequest(problem);
        }

        var sender = reply!.To ?? log.LastSmsTo(phone)?.From;
        return sender is null
            ? ServiceErrors.Of(404, "NotFound", "Nobody has written to this phone; say in \"to\" whom it answers.")
            : Results.Json(Send(phone, sender, reply.Text!), SandboxJson.Options, statusCode: 202);
    }

    private Message Send(string phone, string service, string text)
    {
        var now = clock.GetUtcNow();
        var segments = SmsSegments.Of(text);
        var (message, _) = log.Accept(new()
        {
            Id = $"Incoming_{now:yyyyMMddHHmmss}{Guid.NewGuid()}",
            Kind = MessageKinds.Sms,
            Direction = MessageDirections.In,
            From = phone,
            To = service,
            At = now,
            Text = text,
            Segments = segments.Count,
            Encoding = segments.Encoding,
            Links = LinkFinder.InText(text),
            Status = MessageStatuses.Received,
        });
        optOuts.Hear(service, phone, text);
        feed.Publish(Received(message));
        return message;
    }

    private static ServiceEvent Received(Message message) => new(
        message.Id,
        EventTypes.SmsReceived,
        $"/phonenumber/{message.To.TrimStart('+')}",
        message.At,
        JsonSerializer.SerializeToElement(
            new
            {
                messageId = message.Id,

                // Both ends without the plus, as the service writes them here.
                from = message.From.TrimStart('+'),
                to = message.To.TrimStart('+'),
                message = message.Text,
                receivedTimestamp = message.At.UtcDateTime,
                segmentCount = message.Segments,
            },
            SandboxJson.Options));
}
