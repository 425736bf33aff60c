using Azure;
using Azure.Communication.Sms;
using Azure.Identity;
using CxFunctions.Channels.Sends;
using CxFunctions.Channels.Stops;
using CxFunctions.Foundation;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels.Sms;

/// <summary>One SMS to one phone, as often as the caller must repeat it, delivered once.</summary>
public sealed class SmsSender(SmsClient client, IOptions<CommunicationOptions> options)
{
    private const string Service = "SMS";

    /// <param name="sendId">Names the SMS for ever.</param>
    /// <param name="firstIntended">From the stored row, so that every attempt says the same.</param>
    /// <param name="to">E.164.</param>
    /// <param name="text">Filled in.</param>
    /// <param name="cancellationToken">Gives up; whether the SMS went out is then unknown, and a repetition settles it.</param>
    /// <exception cref="MessageServiceException">The service is throttling, out of order or refuses us: try again later.</exception>
    public async Task<ServiceReply> SendAsync(string sendId, DateTimeOffset firstIntended, string to, string text, CancellationToken cancellationToken)
    {
        using var scope = new Repeatability(StableId.GuidOf(sendId), firstIntended).Begin();
        try
        {
            var report = new SmsSendOptions(enableDeliveryReport: true) { Tag = Sends.SendStore.KeyOf(sendId) };
            var result = (await client.SendAsync(options.Value.SmsFrom!, to, text, report, cancellationToken)).Value;
            return result.Successful ? ServiceReply.Taken(result.MessageId!)
                : BlameRules.OfRecipient(result.HttpStatusCode, result.ErrorMessage) is not Blame.Passing and var blame
                    ? ServiceReply.Refused($"sms-{result.HttpStatusCode}", blame)
                    : throw MessageServiceException.Answered(Service, result.HttpStatusCode);
        }
        catch (RequestFailedException e) when (e is not MessageServiceException)
        {
            return Refusals.Of(e) is { } refused ? ServiceReply.Refused($"sms-{refused.Why}", refused.Blame) : throw MessageServiceException.Of(Service, e);
        }
        catch (AuthenticationFailedException)
        {
            return ServiceReply.Refused("sms-no-token", Blame.Ours);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw MessageServiceException.Unreached(Service, e);
        }
    }
}
