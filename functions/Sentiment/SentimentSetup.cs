using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using CxFunctions.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxFunctions.Sentiment;

public static class SentimentSetup
{
    public static IHostApplicationBuilder AddSentiment(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSettings<LanguageOptions>(LanguageOptions.Section);
        builder.Services.AddSingleton(Client);
        builder.Services.AddSingleton<LanguageClient>();
        builder.Services.AddSingleton<VerbatimReader>();
        builder.Services.AddSingleton<VerbatimStore>();
        builder.Services.AddSingleton<ResponseAnalysis>();
        return builder;
    }

    private static TextAnalyticsClient Client(IServiceProvider services)
    {
        var language = services.GetRequiredService<IOptions<LanguageOptions>>().Value;
        var options = new TextAnalyticsClientOptions();
        // One layer owns retries: the queue. An alert must not wait for them here.
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = language.Timeout;
        return string.IsNullOrEmpty(language.Key)
            ? new TextAnalyticsClient(language.Endpoint!, services.GetRequiredService<TokenCredential>(), options)
            : new TextAnalyticsClient(language.Endpoint!, new AzureKeyCredential(language.Key), options);
    }
}
