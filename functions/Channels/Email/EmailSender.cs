using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using CxFunctions.Channels.Sends;
using CxFunctions.Channels.Stops;
using CxFunctions.Foundation;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels.Email;

/// <summary>One e-mail to one person, as often as the caller must repeat it, delivered once: the operation id names it.</summary>
public sealed class EmailSender(EmailClient client, IOptions<CommunicationOptions> options)
{
    private const string Service = "e-mail";

    /// <summary>The operation's id, which delivery reports bring back as their message id; known before the e-mail is sent.</summary>
    public static Guid OperationOf(string sendId) => StableId.GuidOf(sendId);

    /// <param name="sendId">Names the e-mail for ever.</param>
    /// <param name="to">The address.</param>
    /// <param name="letter">What is sent.</param>
    /// <param name="cancellationToken">Gives up; whether the e-mail went out is then unknown, and a repetition settles it.</param>
    /// <exception cref="MessageServiceException">The service is throttling, out of order or refuses us: try again later.</exception>
    public async Task<ServiceReply> SendAsync(string sendId, string to, Letter letter, CancellationToken cancellationToken)
    {
        var content = new EmailContent(letter.Subject) { Html = letter.Html, PlainText = letter.PlainText };
        var message = new EmailMessage(options.Value.EmailFrom!, to, content)
        {
            // Opens and clicks of respondents are nobody's business, and rewritten links would not be ours.
            UserEngagementTrackingDisabled = true,
        };
        foreach (var (name, value) in letter.Headers)
        {
            message.Headers.Add(name, value);
        }
        try
        {
            var operation = await client.SendAsync(WaitUntil.Started, message, OperationOf(sendId), cancellationToken);
            return ServiceReply.Taken(operation.Id);
        }
        catch (RequestFailedException e)
        {
            return Refusals.Of(e) is { } refused ? ServiceReply.Refused($"email-{refused.Why}", refused.Blame) : throw MessageServiceException.Of(Service, e);
        }
        catch (AuthenticationFailedException)
        {
            return ServiceReply.Refused("email-no-token", Blame.Ours);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw MessageServiceException.Unreached(Service, e);
        }
    }
}
