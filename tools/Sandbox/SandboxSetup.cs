using CxFunctions.Sandbox.Authentication;
using CxFunctions.Sandbox.Control;
using CxFunctions.Sandbox.Email;
using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Faults;
using CxFunctions.Sandbox.Language;
using CxFunctions.Sandbox.Messages;
using CxFunctions.Sandbox.Page;
using CxFunctions.Sandbox.Sms;

namespace CxFunctions.Sandbox;

/// <summary>What the Sandbox is made of.</summary>
internal static class SandboxSetup
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxOptions options) => services
        .AddSingleton(options)
        .AddSingleton(options.TimeProvider)
        .AddSingleton(_ => new HmacCheck(options, TimeProvider.System))
        .AddSingleton<LanguageKeyCheck>()
        .AddSingleton<Managers>()
        .AddSingleton(_ => new Journal(options.DataFolder))
        .AddSingleton<MessageLog>()
        .AddSingleton<FaultBook>()
        .AddSingleton<RequestCounts>()
        .AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(30) })
        .AddSingleton<EventSubscription>()
        .AddSingleton<EventFeed>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<OptOuts>()
        .AddSingleton<SmsEndpoint>()
        .AddSingleton<OptOutEndpoint>()
        .AddSingleton<EmailEndpoint>()
        .AddSingleton<AnalyzeTextEndpoint>()
        .AddSingleton<PageReader>()
        .AddSingleton<PageEndpoint>()
        .AddSingleton<LiveEndpoint>()
        .AddSingleton<MessagesEndpoint>()
        .AddSingleton<ReplyEndpoint>()
        .AddSingleton<FaultsEndpoint>()
        .AddSingleton<EventsEndpoint>();
}
