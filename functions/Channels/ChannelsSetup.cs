using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Events;
using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Replies;
using CxFunctions.Channels.Sends;
using CxFunctions.Channels.Sms;
using CxFunctions.Channels.Stops;
using CxFunctions.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels;

public static class ChannelsSetup
{
    public static IHostApplicationBuilder AddChannels(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<CommunicationOptions>(CommunicationOptions.Section);
        services.AddSingleton(provider => Options(provider) is { ConnectionString: { Length: > 0 } local }
            ? new SmsClient(local, WithoutRetry(new SmsClientOptions(), repeatable: true))
            : new SmsClient(Options(provider).Endpoint!, provider.GetRequiredService<TokenCredential>(), WithoutRetry(new SmsClientOptions(), repeatable: true)));
        services.AddSingleton(provider => Options(provider) is { ConnectionString: { Length: > 0 } local }
            ? new EmailClient(local, WithoutRetry(new EmailClientOptions()))
            : new EmailClient(Options(provider).Endpoint!, provider.GetRequiredService<TokenCredential>(), WithoutRetry(new EmailClientOptions())));
        services.AddSingleton<SmsSender>();
        services.AddSingleton<EmailSender>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<SendStore>();
        services.AddSettings<OperationsOptions>(OperationsOptions.Section);
        services.AddSingleton<IValidateOptions<OperationsOptions>, OperationsOptionsRules>();
        services.AddSingleton<ChannelStopStore>();
        services.AddSingleton<StopNotices>();
        services.AddSingleton<ChannelStops>();
        services.AddSingleton<SendGate>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<SurveySender>();
        services.AddSingleton<WordBackSender>();
        services.AddSingleton<NoticeAddresses>();
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<WaitingNoticeStore>();
        services.AddSingleton<NoticeHours>();
        services.AddSingleton<CommonNotice>();
        services.AddSingleton<WaitingNotices>();
        services.AddSingleton<CommunicationEventHandler>();
        services.AddSingleton<AnswerPauses>();
        services.AddSingleton<WishAnswering>();
        services.AddBeforeFunctions<NoticeAddressCheck>();
        return builder;
    }

    /// <summary>One layer owns retry, and it is the caller's: the journey's policy or the queue.</summary>
    private static T WithoutRetry<T>(T options, bool repeatable = false)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = FoundationSetup.LongestSilence;
        if (repeatable)
        {
            options.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        }
        return options;
    }

    private static CommunicationOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CommunicationOptions>>().Value;
}
